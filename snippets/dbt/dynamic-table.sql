-- ---
-- prefix: dbt-dynamic-table
-- title: Dynamic table (Snowflake)
-- description: A table that Snowflake keeps up to date within a time lag, without a scheduler.
-- needs: [dbt-core 1.12, dbt-snowflake 1.12]
-- placeholders: [stg_orders, TRANSFORMING, 1 hour]
-- path: models/marts/customer_totals.sql
-- verified: parsed
-- verifiedNote: Parsed with dbt-snowflake; running it needs an account.
-- ---
-- %% setup profiles.yml
-- shop:
--   target: dev
--   outputs:
--     dev: { type: snowflake, account: x, user: x, password: x, warehouse: x, database: shop, schema: main, threads: 1 }
-- %% snippet
{{
    config(
        materialized='dynamic_table',
        snowflake_warehouse='TRANSFORMING',
        target_lag='1 hour',
        on_configuration_change='apply'
    )
}}

select
    customer_id,
    count(*) as orders,
    sum(amount) as revenue
from {{ ref('stg_orders') }}
group by customer_id
-- %% check
--! dbt parse
select (content::json->>'$.nodes."model.shop.customer_totals".config.target_lag') = '1 hour' from read_text('target/manifest.json');
