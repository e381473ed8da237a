{{ config(materialized='incremental', unique_key='order_id') }}
-- {{ ref('not_this') }} in a comment
{# a note #}
{%- set methods = ['card', 'cash'] -%}
select order_id, '{{ var("currency") }}' as currency
from {{ ref('stg_orders') }} as o
{% if is_incremental() and not flags.FULL_REFRESH %}
where updated_at > (select max(updated_at) from {{ this }})
{% endif %}
{% macro cents_to_dollars(column_name, scale=2) %}
round({{ column_name | upper }} / 100, {{ scale }})
{% endmacro %}
