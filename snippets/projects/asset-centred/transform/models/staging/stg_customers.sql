select
    customer_id,
    upper(country) as country,
    segment
from {{ source('raw', 'customers') }}
