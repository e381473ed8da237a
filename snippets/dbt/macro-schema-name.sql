-- ---
-- prefix: dbt-macro-schema-name
-- title: Schema names by environment
-- description: Uses a model's own schema in production and keeps everything in the developer's schema elsewhere.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [prod]
-- path: macros/generate_schema_name.sql
-- verified: executed
-- ---
-- %% setup models/marts/finance.sql
-- {{ config(schema='finance') }} select 1 as one
-- %% setup profiles.yml
-- shop:
--   target: dev
--   outputs:
--     dev: { type: duckdb, path: shop.duckdb, schema: dev_ab }
--     prod: { type: duckdb, path: shop.duckdb, schema: analytics }
-- %% snippet
{#- Replaces dbt's own macro of this name, which would write to analytics_finance. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}

    {%- if target.name == 'prod' and custom_schema_name is not none -%}
        {{ custom_schema_name | trim }}
    {%- else -%}
        {{ target.schema }}
    {%- endif -%}

{%- endmacro %}
-- %% check
--! dbt run
--! dbt run --target prod
select list(table_schema order by table_schema) = ['dev_ab', 'finance'] from information_schema.tables where table_name = 'finance';
