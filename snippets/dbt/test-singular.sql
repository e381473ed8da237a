-- ---
-- prefix: dbt-test-singular
-- title: Singular data test
-- description: A query that must return no row; each row it returns is a failure.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, order_id]
-- path: tests/assert_updated_after_ordered.sql
-- verified: executed
-- ---
-- %% snippet
{{ config(severity='error') }}

select
    order_id,
    ordered_at,
    updated_at
from {{ ref('stg_orders') }}
where updated_at < ordered_at
-- %% check
--! dbt build
insert into raw.orders values (6, 1, 'placed', 1, '2026-11-04', '2026-11-01');
--! fails dbt test
