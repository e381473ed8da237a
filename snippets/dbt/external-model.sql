-- ---
-- prefix: dbt-external-model
-- title: Write a model as Parquet (DuckDB)
-- description: Materializes a model as files instead of a table, partitioned by a column.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, lake/orders]
-- path: models/marts/orders_export.sql
-- verified: executed
-- ---
-- %% setup lake/.keep
-- a folder to write to
-- %% snippet
{{
    config(
        materialized='external',
        location='lake/orders',
        format='parquet',
        options={'partition_by': 'status', 'overwrite_or_ignore': true}
    )
}}

select * from {{ ref('stg_orders') }}
-- %% check
select count(*) = 5 from read_parquet('lake/orders/*/*.parquet', hive_partitioning = true);
select count(*) = 4 from glob('lake/orders/status=*/*.parquet');
