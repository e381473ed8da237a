# ---
# prefix: kafka-exactly-once
# title: Consume, transform, produce exactly once
# description: Output and input offsets are committed in one transaction, so a crash neither loses nor repeats a message.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, order-totals, order-enricher-1, enriched, orders, transform]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: example of transactions", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/examples/eos_transactions.py", checked: 2026-11-22 }
# ---
# %% setup
from confluent_kafka import Producer

feeder = Producer({"bootstrap.servers": "localhost:9092"})
for number in range(250):
    feeder.produce("orders", key=str(number), value=str(number))
feeder.flush()
remaining = 250


def transform(value):
    global remaining, running
    remaining -= 1
    running = remaining > 0
    return str(int(value) * 2)
# %% snippet
from confluent_kafka import Consumer, KafkaException, Producer

consumer = Consumer(
    {
        "bootstrap.servers": "localhost:9092",
        "group.id": "order-totals",
        "auto.offset.reset": "earliest",
        "isolation.level": "read_committed",
        "enable.auto.commit": False,  # the transaction commits the offsets
    }
)
# One id for each running instance, the same after its restart.
producer = Producer({"bootstrap.servers": "localhost:9092", "transactional.id": "order-enricher-1"})
producer.init_transactions(30)
consumer.subscribe(["orders"])

running = True
try:
    while running:
        batch = consumer.consume(num_messages=100, timeout=1.0)
        if not batch:
            continue
        producer.begin_transaction()
        try:
            for message in batch:
                if message.error():
                    raise KafkaException(message.error())
                producer.produce("enriched", key=message.key(), value=transform(message.value()))
            producer.send_offsets_to_transaction(
                consumer.position(consumer.assignment()), consumer.consumer_group_metadata(), 30
            )
            producer.commit_transaction(30)
        except Exception:
            producer.abort_transaction(30)
            raise  # a restart reads again from the last committed offsets
finally:
    consumer.close()
# %% check
reader = Consumer(
    {
        "bootstrap.servers": "localhost:9092",
        "group.id": "check",
        "auto.offset.reset": "earliest",
        "isolation.level": "read_committed",
        "enable.partition.eof": True,
    }
)
reader.subscribe(["enriched"])
values = []
while (message := reader.poll(10)) is not None and not message.error():
    values.append(int(message.value()))
reader.close()
assert sorted(values) == [number * 2 for number in range(250)]

again = Consumer({"bootstrap.servers": "localhost:9092", "group.id": "order-totals", "auto.offset.reset": "earliest", "enable.partition.eof": True})
again.subscribe(["orders"])
assert again.poll(10).error() is not None, "the group's offsets are not at the end"
again.close()
