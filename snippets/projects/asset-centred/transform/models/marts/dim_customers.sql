select
    customer_id,
    country,
    segment
from {{ ref('stg_customers') }}
