-- ---
-- prefix: flink-window-tumble
-- title: Totals of each minute
-- description: Groups a stream into windows of event time; each window gives one final row when the watermark passes its end.
-- needs: [apache-flink 2.3]
-- placeholders: [ordered_at, country, amount]
-- verified: executed
-- references:
--   - { name: "Flink: window aggregation", url: "https://nightlies.apache.org/flink/flink-docs-master/docs/sql/reference/queries/window-agg/", checked: 2026-11-22 }
-- ---
-- %% setup orders/1.csv
-- 2026-11-22 08:00:10,DE,5
-- 2026-11-22 08:00:40,DE,7
-- 2026-11-22 08:01:10,FR,1
-- 2026-11-22 08:00:50,DE,2
-- %% setup
create table orders (
    ordered_at timestamp(3), country string, amount int,
    watermark for ordered_at as ordered_at - interval '30' second
) with ('connector' = 'filesystem', 'path' = 'orders', 'format' = 'csv');
-- %% snippet
create temporary view revenue_by_minute as
select
    window_start,
    window_end,
    country,
    count(*) as order_count,
    sum(amount) as revenue
from tumble(table orders, descriptor(ordered_at), interval '1' minute)
group by window_start, window_end, country;
-- %% check
select count(*) = 2 and sum(revenue) = 15 and max(order_count) = 3 from revenue_by_minute;
select revenue = 14 from revenue_by_minute where window_start = timestamp '2026-11-22 08:00:00';
