{{
    config(
        materialized='incremental',
        incremental_strategy='merge',
        unique_key='order_id'
    )
}}

select
    order_id,
    customer_id,
    status,
    amount,
    cast(placed_at as date) as placed_on
from {{ ref('stg_orders') }}
{% if is_incremental() and var('days') %}
    -- Only keys that these days brought, each in its newest state: an old day that is loaded again changes nothing.
    where order_id in (
        select delivered.order_id
        from {{ source('lake', 'orders') }} as delivered
        where cast(delivered.day as date) in (
            {%- for day in var('days') %} cast('{{ day }}' as date){{ ',' if not loop.last }}{% endfor %}
        )
    )
{% endif %}
