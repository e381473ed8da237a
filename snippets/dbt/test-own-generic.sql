-- ---
-- prefix: dbt-test-own-generic
-- title: Generic data test of your own
-- description: A test with arguments that YAML can put on any column.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [between]
-- path: tests/generic/between.sql
-- verified: executed
-- ---
-- %% setup models/staging/stg_orders.yml
-- models:
--   - name: stg_orders
--     columns:
--       - name: amount
--         data_tests:
--           - between:
--               arguments: { least: 0, most: 1000 }
-- %% snippet
{# A null is no violation: combine it with not_null. #}
{% test between(model, column_name, least, most) %}

select {{ column_name }}
from {{ model }}
where {{ column_name }} < {{ least }} or {{ column_name }} > {{ most }}

{% endtest %}
-- %% check
--! dbt build
insert into raw.orders values (6, 1, 'placed', 5000, '2026-11-04', '2026-11-04');
--! fails dbt test
