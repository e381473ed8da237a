-- ---
-- prefix: dbt-incremental-microbatch
-- title: Incremental model by day with microbatch
-- description: Lets dbt run one query for each day; days can be retried and backfilled on their own.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: [stg_events, happened_at]
-- path: models/marts/fct_events.sql
-- verified: executed
-- references:
--   - { name: "dbt: microbatch incremental models", url: "https://docs.getdbt.com/docs/build/incremental-microbatch", checked: 2026-11-22 }
-- ---
-- %% setup models/staging/stg_events.sql
-- select event_id, kind, happened_at from {{ source('shop', 'events') }}
-- %% setup models/staging/stg_events.yml
-- models:
--   - name: stg_events
--     config:
--       event_time: happened_at
-- %% snippet
-- No is_incremental(): dbt filters each input that has an event_time of its own, day by day.
-- A backfill is `dbt run --event-time-start 2026-11-01 --event-time-end 2026-11-03`.
{{
    config(
        materialized='incremental',
        incremental_strategy='microbatch',
        event_time='happened_at',
        begin='2026-11-01',
        batch_size='day',
        lookback=2
    )
}}

select
    event_id,
    kind,
    happened_at
from {{ ref('stg_events') }}
-- %% check
--! dbt run --event-time-start 2026-11-01 --event-time-end 2026-11-04
select count(*) = 4 from fct_events;
insert into raw.events values (5, 1, 'order', '2026-11-02 09:00:00');
--! dbt run --event-time-start 2026-11-02 --event-time-end 2026-11-03
--! dbt run --event-time-start 2026-11-02 --event-time-end 2026-11-03
select count(*) = 5 and count(distinct event_id) = 5 from fct_events;
