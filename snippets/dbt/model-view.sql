-- ---
-- prefix: dbt-model-view
-- title: View model
-- description: A model that stores no rows and is computed when it is read.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders]
-- path: models/marts/open_orders.sql
-- verified: executed
-- ---
-- %% snippet
{{ config(materialized='view') }}

select
    order_id,
    customer_id,
    amount
from {{ ref('stg_orders') }}
where status not in ('delivered', 'returned')
-- %% check
select count(*) = 2 from open_orders;
select count(*) = 1 from duckdb_views() where view_name = 'open_orders';
