{# What must hold for a row to be counted. One place, used by the table of facts and by the table of what it left out. #}
{% macro is_valid() -%}
    (amount >= 0 and status in ('placed', 'completed', 'cancelled'))
{%- endmacro %}
