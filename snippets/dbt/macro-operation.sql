-- ---
-- prefix: dbt-macro-operation
-- title: Operation to run by hand
-- description: A macro for maintenance that is started by dbt run-operation, here dropping schemas of closed pull requests.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [ci_]
-- path: macros/drop_schemas.sql
-- verified: executed
-- ---
-- %% snippet
{# dbt run-operation drop_schemas --args '{starts_with: ci_, dry_run: false}' #}
{% macro drop_schemas(starts_with='ci_', dry_run=true) %}

    {% set found = run_query(
        "select schema_name from information_schema.schemata where starts_with(schema_name, '" ~ starts_with ~ "')"
    ) %}

    {% for row in found.rows %}
        {% set statement = 'drop schema if exists ' ~ adapter.quote(row[0]) ~ ' cascade' %}
        {{ log(statement, info=true) }}
        {% if not dry_run %}
            {% do run_query(statement) %}
        {% endif %}
    {% endfor %}

{% endmacro %}
-- %% check
create schema ci_42;
--! dbt run-operation drop_schemas
select count(*) = 1 from duckdb_schemas() where schema_name = 'ci_42';
--! dbt run-operation drop_schemas --args '{starts_with: ci_, dry_run: false}'
select count(*) = 0 from duckdb_schemas() where schema_name = 'ci_42';
