-- ---
-- prefix: dbt-incremental-delete-insert
-- title: Incremental model that replaces whole days
-- description: Computes the last days anew and replaces them, so that late rows and corrections come in.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_orders, ordered_on, days_back]
-- path: models/marts/daily_revenue.sql
-- verified: executed
-- ---
-- %% snippet
{{
    config(
        materialized='incremental',
        incremental_strategy='delete+insert',
        unique_key='ordered_on'
    )
}}

{% set days_back = var('days_back', 3) %}

select
    cast(ordered_at as date) as ordered_on,
    count(*) as orders,
    sum(amount) as revenue
from {{ ref('stg_orders') }}

{% if is_incremental() %}

-- Every day that is read is read whole, or its sum would be replaced by a part of it.
where cast(ordered_at as date) >= (select max(ordered_on) from {{ this }}) - interval '{{ days_back }} days'

{% endif %}

group by cast(ordered_at as date)
-- %% check
select count(*) = 3 from daily_revenue;
insert into raw.orders values (6, 2, 'placed', 100.00, '2026-11-02 23:00:00', '2026-11-08');
--! dbt run
select orders = 3 and revenue = 147.75 from daily_revenue where ordered_on = '2026-11-02';
select count(*) = 3 from daily_revenue;
