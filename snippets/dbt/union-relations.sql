-- ---
-- prefix: dbt-union-relations
-- title: Stack the same table of several sources
-- description: Loops over sources with the same columns and adds where each row came from.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: ["['shop_de', 'shop_fr']"]
-- path: models/staging/stg_all_orders.sql
-- verified: executed
-- ---
-- %% setup models/staging/shops.yml
-- sources:
--   - { name: shop_de, schema: raw, tables: [{ name: orders }] }
--   - { name: shop_fr, schema: raw, tables: [{ name: orders }] }
-- %% snippet
{% set shops = ['shop_de', 'shop_fr'] %}

{% for shop in shops %}

select
    '{{ shop }}' as shop,
    order_id,
    amount
from {{ source(shop, 'orders') }}

{% if not loop.last %} union all {% endif %}

{% endfor %}
-- %% check
select count(*) = 10 and count(distinct shop) = 2 from stg_all_orders;
