{{
    config(
        materialized='incremental',
        incremental_strategy='merge',
        unique_key='order_id',
        on_schema_change='fail'
    )
}}

select
    order_id,
    customer_id,
    status,
    amount,
    cast(placed_at as date) as placed_on,
    updated_at
from {{ ref('stg_orders') }}
where {{ is_valid() }}
{% if is_incremental() %}
    -- A few days back, for rows that arrived late; the merge by order_id makes reading them again harmless.
    and updated_at >= (
        select cast({{ dbt.dateadd('day', -var('lookback_days'), 'max(updated_at)') }} as timestamp) from {{ this }}
    )
{% endif %}
