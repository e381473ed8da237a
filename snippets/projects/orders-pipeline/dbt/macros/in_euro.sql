{% macro in_euro(amount, currency) %}
    cast(case {{ currency }} when 'EUR' then {{ amount }} when 'USD' then {{ amount }} * {{ var('usd_in_eur', 0.9) }} end as double)
{% endmacro %}
