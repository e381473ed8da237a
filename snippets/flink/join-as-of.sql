-- ---
-- prefix: flink-join-as-of
-- title: Join to the value valid at that time
-- description: Enriches a stream with the version of a changing table that held at each row's event time.
-- needs: [apache-flink 2.3]
-- placeholders: [currency, ordered_at, valid_from]
-- verified: executed
-- references:
--   - { name: "Flink: temporal joins", url: "https://nightlies.apache.org/flink/flink-docs-master/docs/sql/reference/queries/joins/", checked: 2026-11-22 }
-- ---
-- %% setup orders/1.csv
-- 1,USD,10,2026-11-22 08:30:00
-- 2,USD,10,2026-11-22 09:30:00
-- 3,CHF,10,2026-11-22 09:30:00
-- %% setup rates/1.csv
-- USD,0.5,2026-11-22 08:00:00
-- USD,0.9,2026-11-22 09:00:00
-- %% setup
create table orders (
    order_id int, currency string, amount double, ordered_at timestamp(3),
    watermark for ordered_at as ordered_at
) with ('connector' = 'filesystem', 'path' = 'orders', 'format' = 'csv');
create table rate_changes (
    currency string, rate double, valid_from timestamp(3),
    watermark for valid_from as valid_from
) with ('connector' = 'filesystem', 'path' = 'rates', 'format' = 'csv');
-- %% snippet
-- A versioned table: the last row of each key, in the order of event time.
create temporary view rates as
select currency, rate, valid_from
from rate_changes
qualify row_number() over (partition by currency order by valid_from desc) = 1;

-- A row waits for the watermarks of both sides; a side without new rows holds the result back.
create temporary view in_euro as
select o.order_id, o.amount * r.rate as amount_eur
from orders as o
left join rates for system_time as of o.ordered_at as r
    on o.currency = r.currency;
-- %% check
select count(*) = 3 and sum(amount_eur) = 14 from in_euro;
select amount_eur = 5 from in_euro where order_id = 1;
