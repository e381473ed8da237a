-- ---
-- prefix: dbt-macro
-- title: Macro
-- description: A piece of SQL with arguments, used by many models.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [cents_to_euro]
-- path: macros/cents_to_euro.sql
-- verified: executed
-- ---
-- %% setup models/prices.sql
-- select {{ cents_to_euro('1250') }} as price, {{ cents_to_euro('1250', places=0) }} as rounded
-- %% snippet
{# An expression in, an expression out: parentheses keep it whole whatever is passed in. #}
{% macro cents_to_euro(expression, places=2) %}
    round(({{ expression }}) / 100.0, {{ places }})
{% endmacro %}
-- %% check
select price = 12.50 and rounded = 13 from prices;
