select
    customer_id,
    upper(country) as country,
    segment
from {{ source('shop', 'customers') }}
