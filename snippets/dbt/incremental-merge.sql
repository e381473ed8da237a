-- ---
-- prefix: dbt-incremental-merge
-- title: Incremental model with merge
-- description: Updates rows whose key is there and inserts the others, reading only what changed since the last run.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, order_id, updated_at]
-- path: models/marts/fct_orders.sql
-- verified: executed
-- ---
-- %% snippet
{{
    config(
        materialized='incremental',
        incremental_strategy='merge',
        unique_key='order_id',
        on_schema_change='append_new_columns'
    )
}}

select
    order_id,
    customer_id,
    status,
    amount,
    updated_at
from {{ ref('stg_orders') }}

{% if is_incremental() %}

-- >= and not >: rows that share the newest time may come later. The merge makes reading them again harmless.
where updated_at >= (select coalesce(max(updated_at), timestamp '1900-01-01') from {{ this }})

{% endif %}
-- %% check
select count(*) = 5 from fct_orders;
update raw.orders set status = 'delivered', updated_at = '2026-11-09' where order_id = 3;
update raw.orders set status = 'not seen' where order_id = 1;
insert into raw.orders values (6, 2, 'placed', 9.00, '2026-11-08', '2026-11-08');
--! dbt run
select count(*) = 6 from fct_orders;
select status = 'delivered' from fct_orders where order_id = 3;
select status = 'delivered' from fct_orders where order_id = 1;
