-- ---
-- prefix: flink-latest-row
-- title: Keep the newest row of each key
-- description: Deduplicates a stream by key and keeps a compacted topic up to date with the last row of each.
-- needs: [apache-flink 2.3, flink-sql-connector-kafka 5.0, kafka 4.4]
-- placeholders: [localhost:9092, order_id, latest_orders]
-- verified: executed
-- references:
--   - { name: "Flink: deduplication", url: "https://nightlies.apache.org/flink/flink-docs-master/docs/sql/reference/queries/deduplication/", checked: 2026-11-22 }
--   - { name: "Flink: upsert Kafka SQL connector", url: "https://github.com/apache/flink-connector-kafka/blob/main/docs/content/docs/connectors/table/upsert-kafka.md", checked: 2026-11-22 }
-- ---
-- %% setup raw_orders/1.csv
-- 1,placed,2026-11-22 08:00:00
-- 1,shipped,2026-11-22 09:00:00
-- 2,placed,2026-11-22 08:00:00
-- 1,late,2026-11-22 08:30:00
-- %% setup
create table raw_orders (
    order_id bigint, status string, updated_at timestamp(3),
    watermark for updated_at as updated_at - interval '1' hour
) with ('connector' = 'filesystem', 'path' = 'raw_orders', 'format' = 'csv');
-- %% snippet
-- The primary key becomes the message's key; an update replaces it, a delete is a message without a value.
create table latest_orders (
    order_id bigint,
    status string,
    updated_at timestamp(3),
    primary key (order_id) not enforced
) with (
    'connector' = 'upsert-kafka',
    'topic' = 'latest-orders',
    'properties.bootstrap.servers' = 'localhost:9092',
    'key.format' = 'json',
    'value.format' = 'json'
);

insert into latest_orders
select order_id, status, updated_at
from raw_orders
-- This form exactly, ordered by the time attribute: only so is it planned as a deduplication.
qualify row_number() over (partition by order_id order by updated_at desc) = 1;
-- %% check
select count(*) = 2 and sum(case when status = 'shipped' then 1 else 0 end) = 1
from latest_orders;
