-- ---
-- prefix: dbt-surrogate-key
-- title: Surrogate key from several columns
-- description: Hashes the columns that make a row unique into one key, with nulls kept apart from empty strings.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: ["'_null_'"]
-- path: macros/surrogate_key.sql
-- verified: executed
-- ---
-- %% setup models/keys.sql
-- select {{ surrogate_key(['a', 'b']) }} as key from (values (1, 'x'), (1, null), (1, '')) as t(a, b)
-- %% snippet
{# The same as dbt_utils.generate_surrogate_key, for projects without that package. #}
{% macro surrogate_key(columns) %}
    md5(
    {%- for column in columns -%}
        coalesce(cast({{ column }} as {{ dbt.type_string() }}), '_null_')
        {%- if not loop.last %} || '-' || {% endif -%}
    {%- endfor -%}
    )
{% endmacro %}
-- %% check
select count(distinct key) = 3 from keys;
