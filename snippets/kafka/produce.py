# ---
# prefix: kafka-produce
# title: Idempotent producer with delivery reports
# description: Sends keyed JSON messages without duplicates from retries, and fails when a message was not delivered.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, orders, order_id]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: basic producer", url: "https://github.com/confluentinc/confluent-kafka-python#basic-producer-example", checked: 2026-11-22 }
#   - { name: "librdkafka: configuration properties", url: "https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md", checked: 2026-11-22 }
# ---
# %% setup
rows = [{"order_id": n, "amount": n * 1.5} for n in range(1, 101)]
# %% snippet
import json

from confluent_kafka import Producer

producer = Producer(
    {
        "bootstrap.servers": "localhost:9092",
        "enable.idempotence": True,  # acks=all, retries without duplicates, order kept
        "compression.type": "zstd",
        "linger.ms": 20,
    }
)
failed = []


def delivered(error, message):
    if error is not None:
        failed.append(f"{message.key()}: {error}")


for row in rows:
    key, value = str(row["order_id"]), json.dumps(row)
    while True:
        try:
            producer.produce("orders", key=key, value=value, on_delivery=delivered)
            break
        except BufferError:  # the local queue is full: give the broker time
            producer.poll(1)
    producer.poll(0)  # serves the delivery reports

# flush answers how many messages are still waiting when its time is over.
if producer.flush(30) or failed:
    raise RuntimeError(f"{len(failed)} messages were refused, {len(producer)} not sent: {failed[:3]}")
# %% check
from confluent_kafka import Consumer

consumer = Consumer({"bootstrap.servers": "localhost:9092", "group.id": "check", "auto.offset.reset": "earliest"})
consumer.subscribe(["orders"])
seen = {}
while len(seen) < 100:
    for message in consumer.consume(100, timeout=10):
        seen[message.key().decode()] = json.loads(message.value())
consumer.close()
assert seen["7"] == {"order_id": 7, "amount": 10.5}
assert failed == []
