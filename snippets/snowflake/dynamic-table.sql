-- ---
-- prefix: snowflake-dynamic-table
-- title: Table that keeps itself fresh
-- description: States the result and how old it may be; Snowflake refreshes it, incrementally where the query allows.
-- needs: [Snowflake]
-- placeholders: [mart.daily_revenue, shop.orders, transforming]
-- verified: parsed
-- verifiedNote: Snowflake runs only as a service.
-- references:
--   - { name: "Snowflake: best practices for dynamic tables", url: "https://docs.snowflake.com/en/user-guide/dynamic-tables/best-practices", checked: 2026-11-22 }
-- ---
-- %% snippet
create or replace dynamic table mart.daily_revenue
    -- DOWNSTREAM instead of a time: as fresh as the tables that read it need.
    target_lag = '1 hour'
    warehouse = transforming
    refresh_mode = incremental
    initialize = on_create
as
select
    ordered_at::date as order_date,
    count(*) as orders,
    sum(amount) as revenue
from shop.orders
group by all;
