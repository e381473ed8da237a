-- ---
-- prefix: dbt-date-spine
-- title: Calendar table
-- description: One row a day, built with the macro that dbt brings, with the columns that reports group by.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: ["2026-01-01", "2027-01-01"]
-- path: models/marts/dim_dates.sql
-- verified: executed
-- ---
-- %% snippet
{{ config(materialized='table') }}

with days as (

    {# The end is not part of the result. #}
    {{ dbt.date_spine('day', "cast('2026-01-01' as date)", "cast('2027-01-01' as date)") }}

)

select
    cast(date_day as date) as date_day,
    extract(year from date_day) as year,
    extract(month from date_day) as month,
    cast({{ dbt.date_trunc('week', 'date_day') }} as date) as week_start,
    cast({{ dbt.last_day('date_day', 'month') }} as date) as month_end
from days
-- %% check
select count(*) = 365 and min(date_day) = '2026-01-01' and max(date_day) = '2026-12-31' from dim_dates;
select week_start = '2026-11-16' and month_end = '2026-11-30' from dim_dates where date_day = '2026-11-22';
