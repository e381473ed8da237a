-- ---
-- prefix: dbt-vars
-- title: Less data in development
-- description: Reads the last days only unless the target is production, with a variable to override it.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, ordered_at, dev_days]
-- path: models/marts/recent_orders.sql
-- verified: executed
-- ---
-- %% snippet
select *
from {{ ref('stg_orders') }}

{% if target.name != 'prod' %}

-- dbt build --vars 'dev_days: 30'
where ordered_at >= current_date - interval '{{ var("dev_days", 3) }} days'

{% endif %}
-- %% check
--! dbt build
select count(*) = 0 from recent_orders where ordered_at < current_date - interval '3 days';
--! dbt build --vars 'dev_days: 100000'
select count(*) = 5 from recent_orders;
