select
    order_id,
    customer_id,
    status,
    {{ in_euro('amount', 'currency') }} as amount_eur,
    ordered_at,
    cast(ordered_at as date) as ordered_on,
    updated_at
from {{ source('lake', 'orders') }}
