-- ---
-- prefix: dbt-macro-run-query
-- title: Columns from the values of a table
-- description: Asks the warehouse for values while compiling and writes one column for each.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, customer_id]
-- path: models/marts/orders_by_status.sql
-- verified: executed
-- ---
-- %% snippet
{% set values_query %}
    select distinct status from {{ ref('stg_orders') }} order by status
{% endset %}

{# While parsing there is no connection and no result: execute is false. #}
{% if execute %}
    {% set found = run_query(values_query).columns[0].values() %}
{% else %}
    {% set found = [] %}
{% endif %}

select
    customer_id
    {%- for value in found %},
    count(*) filter (where status = '{{ value }}') as {{ value }}
    {%- endfor %}
from {{ ref('stg_orders') }}
group by customer_id
-- %% check
select list(column_name order by column_index) = ['customer_id', 'delivered', 'placed', 'returned', 'shipped'] from duckdb_columns() where table_name = 'orders_by_status';
select delivered = 1 and returned = 1 from orders_by_status where customer_id = 3;
