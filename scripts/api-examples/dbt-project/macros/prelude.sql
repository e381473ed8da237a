{% macro log_results(results) %}{% do log(results | length, info=true) %}{% endmacro %}
{% macro default__date_key(col) %}strftime({{ col }}, '%Y%m%d'){% endmacro %}
{# DuckDB does not find information_schema by the name of a database, which is how dbt_utils asks for it. #}
{% macro duckdb__get_tables_by_pattern_sql(schema_pattern, table_pattern, exclude='', database=target.database) %}
  select table_schema as "table_schema", table_name as "table_name", 'table' as "table_type"
  from information_schema.tables
  where table_schema ilike '{{ schema_pattern }}' and table_name ilike '{{ table_pattern }}'
{% endmacro %}
