-- ---
-- prefix: dbt-dedup
-- title: Deduplicate a source to its newest rows
-- description: Deduplicates a source that holds every change of a row.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: ["source('shop', 'orders')", order_id, updated_at]
-- path: models/staging/stg_orders_latest.sql
-- verified: executed
-- ---
-- %% snippet
-- qualify is known to Snowflake, BigQuery, Databricks, Redshift and DuckDB; PostgreSQL needs a subquery.
select *
from {{ source('shop', 'orders') }}
qualify row_number() over (partition by order_id order by updated_at desc) = 1
-- %% check
--! dbt build
insert into raw.orders values (1, 1, 'returned', 20, '2026-11-01', '2026-11-20');
select count(*) = 5 from stg_orders_latest;
select status = 'returned' from stg_orders_latest where order_id = 1;
