-- ---
-- prefix: flink-kafka-table
-- title: From topic to topic, exactly once
-- description: Reads JSON from Kafka with event time and a watermark, and writes to another topic in transactions that checkpoints commit.
-- needs: [apache-flink 2.3, flink-sql-connector-kafka 5.0, kafka 4.4]
-- placeholders: [localhost:9092, payments-flink, big_payments]
-- verified: executed
-- references:
--   - { name: "Flink: Kafka SQL connector", url: "https://github.com/apache/flink-connector-kafka/blob/main/docs/content/docs/connectors/table/kafka.md", checked: 2026-11-22 }
-- ---
-- %% setup
create table feeder (payment_id bigint, amount decimal(10, 2), paid_at string) with (
    'connector' = 'kafka', 'topic' = 'payments', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'json'
);
insert into feeder values (1, 9.50, '2026-11-22T08:00:00Z'), (2, 250.00, '2026-11-22T08:00:05Z'), (3, 990.00, '2026-11-22T08:01:00Z');
-- %% snippet
-- Results become visible to readers of committed data at every checkpoint.
set 'execution.checkpointing.interval' = '10s';

create table payments (
    payment_id bigint,
    amount decimal(10, 2),
    paid_at timestamp_ltz(3),
    -- Rows may come five seconds late; windows wait that long.
    watermark for paid_at as paid_at - interval '5' second
) with (
    'connector' = 'kafka',
    'topic' = 'payments',
    'properties.bootstrap.servers' = 'localhost:9092',
    'properties.group.id' = 'payments-flink',
    -- Where to begin when the group has committed nothing yet.
    'scan.startup.mode' = 'group-offsets',
    'properties.auto.offset.reset' = 'earliest',
    'format' = 'json',
    'json.timestamp-format.standard' = 'ISO-8601'
);

create table big_payments (
    payment_id bigint,
    amount decimal(10, 2),
    paid_at timestamp_ltz(3)
) with (
    'connector' = 'kafka',
    'topic' = 'big-payments',
    'properties.bootstrap.servers' = 'localhost:9092',
    'format' = 'json',
    'json.timestamp-format.standard' = 'ISO-8601',
    'sink.delivery-guarantee' = 'exactly-once',
    'sink.transactional-id-prefix' = 'big-payments',
    -- Flink asks for an hour; more than the broker's transaction.max.timeout.ms is refused.
    'properties.transaction.timeout.ms' = '900000'
);

insert into big_payments
select payment_id, amount, paid_at
from payments
where amount >= 100;
-- %% check
select count(*) = 2 and sum(amount) = 1240.00
from big_payments /*+ options('scan.startup.mode' = 'earliest-offset', 'properties.isolation.level' = 'read_committed') */;
