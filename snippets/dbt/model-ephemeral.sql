-- ---
-- prefix: dbt-model-ephemeral
-- title: Ephemeral model
-- description: A model that is pasted into its readers as a common table expression and leaves nothing in the database.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, customer_id]
-- path: models/intermediate/int_first_orders.sql
-- verified: executed
-- ---
-- %% setup models/marts/first_orders.sql
-- select * from {{ ref('int_first_orders') }}
-- %% snippet
-- Cannot be queried, and each reader computes it again: for light logic with one or two readers.
{{ config(materialized='ephemeral') }}

select
    customer_id,
    min(ordered_at) as first_ordered_at
from {{ ref('stg_orders') }}
group by customer_id
-- %% check
select count(*) = 3 from first_orders;
select count(*) = 0 from information_schema.tables where table_name = 'int_first_orders';
