-- ---
-- prefix: bigquery-latest-row
-- title: Keep the newest row of each key
-- description: Deduplicates with QUALIFY and reads only the partitions that can hold the newest rows.
-- needs: [BigQuery]
-- placeholders: [shop.raw_orders, shop.orders, order_id, updated_at, ingested_on]
-- verified: parsed
-- verifiedNote: BigQuery runs only as a service; translated to DuckDB's SQL it was executed, and its rows were checked.
-- ---
-- %% setup
create schema shop;
create table shop.raw_orders as
select * from (values
    (1, 'placed', timestamp '2026-11-20 08:00:00', current_date - 1),
    (1, 'shipped', timestamp '2026-11-21 08:00:00', current_date),
    (2, 'placed', timestamp '2026-11-20 08:00:00', current_date),
    (3, 'old', timestamp '2026-01-20 08:00:00', current_date - 90)
) as t (order_id, status, updated_at, ingested_on);
-- %% snippet
create or replace table shop.orders as
select *
from shop.raw_orders
-- A constant bound on the partition column is what limits the bytes that are read, and billed.
where ingested_on >= date_sub(current_date(), interval 30 day)
qualify row_number() over (partition by order_id order by updated_at desc) = 1;
-- %% check
select list(status order by order_id) = ['shipped', 'placed'] from shop.orders;
