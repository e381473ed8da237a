{{
    config(
        materialized='incremental',
        unique_key='order_id',
        incremental_strategy='delete+insert',
        on_schema_change='append_new_columns'
    )
}}

select
    orders.order_id,
    orders.customer_id,
    customers.segment,
    customers.country,
    orders.status,
    orders.amount_eur,
    orders.ordered_on,
    orders.updated_at
from {{ ref('stg_orders') }} as orders
left join {{ ref('stg_customers') }} as customers using (customer_id)

{% if is_incremental() %}
where orders.updated_at > (select coalesce(max(updated_at), timestamp '1970-01-01') from {{ this }})
{% endif %}
