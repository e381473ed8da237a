-- ---
-- prefix: dbt-incremental-append
-- title: Incremental model that only appends
-- description: Adds new events to a table without touching what is there; for logs whose rows never change.
-- needs: [dbt-core 1.12, dbt-duckdb 1.11]
-- placeholders: ["source('shop', 'events')", event_id]
-- path: models/marts/fct_events.sql
-- verified: executed
-- ---
-- %% snippet
{{ config(materialized='incremental', incremental_strategy='append') }}

select
    event_id,
    customer_id,
    kind,
    happened_at
from {{ source('shop', 'events') }}

{% if is_incremental() %}

-- No key protects from duplicates here: the column must grow with every row.
where event_id > (select coalesce(max(event_id), 0) from {{ this }})

{% endif %}
-- %% check
select count(*) = 4 from fct_events;
insert into raw.events values (5, 1, 'order', '2026-11-09');
--! dbt run
--! dbt run
select count(*) = 5 and count(distinct event_id) = 5 from fct_events;
