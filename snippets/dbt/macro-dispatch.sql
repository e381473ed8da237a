-- ---
-- prefix: dbt-macro-dispatch
-- title: Macro that differs by warehouse
-- description: One macro name with an implementation for each adapter and a default for the others.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: []
-- path: macros/minutes_between.sql
-- verified: executed
-- ---
-- %% setup models/spans.sql
-- select {{ minutes_between("timestamp '2026-11-01 08:00:00'", "timestamp '2026-11-01 09:30:00'") }} as minutes
-- %% snippet
{% macro minutes_between(start, finish) %}
    {{ return(adapter.dispatch('minutes_between')(start, finish)) }}
{% endmacro %}

{% macro default__minutes_between(start, finish) %}
    datediff('minute', {{ start }}, {{ finish }})
{% endmacro %}

{% macro bigquery__minutes_between(start, finish) %}
    timestamp_diff({{ finish }}, {{ start }}, minute)
{% endmacro %}

{% macro postgres__minutes_between(start, finish) %}
    extract(epoch from ({{ finish }}) - ({{ start }})) / 60
{% endmacro %}
-- %% check
select minutes = 90 from spans;
