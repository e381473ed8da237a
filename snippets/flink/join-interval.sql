-- ---
-- prefix: flink-join-interval
-- title: Join two streams within a time
-- description: Matches orders with payments of the next hour; rows older than that leave the state.
-- needs: [apache-flink 2.3]
-- placeholders: [orders, payments, order_id, ordered_at, paid_at]
-- verified: executed
-- references:
--   - { name: "Flink: interval joins", url: "https://nightlies.apache.org/flink/flink-docs-master/docs/sql/reference/queries/joins/", checked: 2026-11-22 }
-- ---
-- %% setup orders/1.csv
-- 1,2026-11-22 08:00:00
-- 2,2026-11-22 08:00:00
-- 3,2026-11-22 08:00:00
-- %% setup payments/1.csv
-- 1,2026-11-22 08:20:00
-- 2,2026-11-22 10:00:00
-- %% setup
create table orders (order_id int, ordered_at timestamp(3), watermark for ordered_at as ordered_at)
with ('connector' = 'filesystem', 'path' = 'orders', 'format' = 'csv');
create table payments (order_id int, paid_at timestamp(3), watermark for paid_at as paid_at)
with ('connector' = 'filesystem', 'path' = 'payments', 'format' = 'csv');
-- %% snippet
create temporary view paid_in_time as
select
    o.order_id,
    o.ordered_at,
    p.paid_at
from orders as o
left join payments as p
    on o.order_id = p.order_id
    and p.paid_at between o.ordered_at and o.ordered_at + interval '1' hour;
-- %% check
select count(*) = 3 and count(paid_at) = 1 from paid_in_time;
