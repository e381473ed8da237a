-- ---
-- prefix: dbt-bigquery-partitioned
-- title: Partitioned incremental table (BigQuery)
-- description: Replaces whole partitions instead of merging rows, and refuses queries that name no partition.
-- needs: [dbt-core 1.12, dbt-bigquery 1.12]
-- placeholders: [stg_orders, ordered_on]
-- path: models/marts/fct_orders.sql
-- verified: parsed
-- verifiedNote: Parsed with dbt-bigquery; running it needs a project.
-- ---
-- %% setup profiles.yml
-- shop:
--   target: dev
--   outputs:
--     dev: { type: bigquery, method: oauth, project: example, dataset: main, threads: 1 }
-- %% snippet
{{
    config(
        materialized='incremental',
        incremental_strategy='insert_overwrite',
        partition_by={'field': 'ordered_on', 'data_type': 'date', 'granularity': 'day'},
        cluster_by=['customer_id'],
        require_partition_filter=true
    )
}}

select
    order_id,
    customer_id,
    amount,
    date(ordered_at) as ordered_on
from {{ ref('stg_orders') }}

{% if is_incremental() %}

-- The partitions that this returns are replaced whole.
where date(ordered_at) >= date_sub(current_date(), interval 3 day)

{% endif %}
-- %% check
--! dbt parse
select (content::json->>'$.nodes."model.shop.fct_orders".config.partition_by.field') = 'ordered_on' from read_text('target/manifest.json');
