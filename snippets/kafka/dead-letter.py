# ---
# prefix: kafka-dead-letter
# title: Dead letter topic
# description: Sets a message aside that cannot be processed, with the reason and its origin in the headers, and goes on.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, billing, dead-letters, orders, process]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: basic producer", url: "https://github.com/confluentinc/confluent-kafka-python#basic-producer-example", checked: 2026-11-22 }
# ---
# %% setup
import json

from confluent_kafka import Producer

feeder = Producer({"bootstrap.servers": "localhost:9092"})
for value in ['{"amount": 1}', "not json", '{"amount": 2}']:
    feeder.produce("orders", key="k", value=value)
feeder.flush()
amounts = []


def process(value):
    amounts.append(json.loads(value)["amount"])
# %% snippet
from confluent_kafka import Consumer, KafkaException, Producer

consumer = Consumer(
    {
        "bootstrap.servers": "localhost:9092",
        "group.id": "billing",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
    }
)
producer = Producer({"bootstrap.servers": "localhost:9092", "enable.idempotence": True})
consumer.subscribe(["orders"])


def set_aside(message, error):
    producer.produce(
        "dead-letters",
        key=message.key(),
        value=message.value(),  # the bytes as they came, so that they can be sent again
        headers={
            "error": f"{type(error).__name__}: {error}",
            "origin": f"{message.topic()}/{message.partition()}/{message.offset()}",
        },
    )
    if producer.flush(30):
        raise RuntimeError("the dead letter was not delivered")


try:
    while (message := consumer.poll(5)) is not None:
        if message.error():
            raise KafkaException(message.error())
        try:
            process(message.value())
        except ValueError as error:  # only what no retry can cure
            set_aside(message, error)
        consumer.commit(message=message, asynchronous=False)
finally:
    consumer.close()
# %% check
assert amounts == [1, 2]
reader = Consumer({"bootstrap.servers": "localhost:9092", "group.id": "check", "auto.offset.reset": "earliest"})
reader.subscribe(["dead-letters"])
dead = reader.poll(10)
reader.close()
headers = dict(dead.headers())
assert dead.value() == b"not json"
assert headers["origin"] == b"orders/0/1"
assert headers["error"].startswith(b"JSONDecodeError")
