-- ---
-- prefix: dbt-materialized-view
-- title: Materialized view
-- description: A view whose result the warehouse stores and refreshes; dbt changes it in place when its settings change.
-- needs: [dbt-core 1.12, dbt-postgres 1.11]
-- placeholders: [stg_orders, customer_id]
-- path: models/marts/customer_totals.sql
-- verified: parsed
-- verifiedNote: Parsed with dbt-postgres; DuckDB has no materialized view.
-- ---
-- %% setup profiles.yml
-- shop:
--   target: dev
--   outputs:
--     dev: { type: postgres, host: localhost, port: 5432, user: dbt, password: dbt, dbname: shop, schema: main, threads: 1 }
-- %% snippet
{{
    config(
        materialized='materialized_view',
        on_configuration_change='apply',
        indexes=[{'columns': ['customer_id'], 'unique': true}]
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
select (content::json->>'$.nodes."model.shop.customer_totals".config.materialized') = 'materialized_view' from read_text('target/manifest.json');
