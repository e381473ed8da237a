-- Every state as it was delivered, with types. A row without order_id cannot be told from others, so it stays out.
select
    order_id,
    customer_id,
    cast(placed_at as timestamp) as placed_at,
    cast(updated_at as timestamp) as updated_at,
    lower(trim(status)) as status,
    cast(amount as numeric(12, 2)) as amount
from {{ source('raw', 'orders') }}
where order_id is not null and order_id <> ''
