select
    customer_id,
    segment,
    country
from {{ ref('customers_history') }}
where dbt_valid_to is null
