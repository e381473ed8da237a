# ---
# prefix: kafka-consume-batch
# title: Land batches in files, then commit
# description: Takes up to a number of messages at a time, writes them to a file named by their offsets, and commits after that.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, archiver, orders, lake]
# verified: executed
# references:
#   - { name: "librdkafka: at least once, and commits", url: "https://github.com/confluentinc/librdkafka/blob/master/INTRODUCTION.md#at-least-once-processing", checked: 2026-11-22 }
# ---
# %% setup
from confluent_kafka import Producer

feeder = Producer({"bootstrap.servers": "localhost:9092"})
for number in range(25):
    feeder.produce("orders", value=f'{{"order_id": {number}}}')
feeder.flush()
# %% snippet
from itertools import groupby
from pathlib import Path

from confluent_kafka import Consumer, KafkaException

folder = Path("lake")
folder.mkdir(exist_ok=True)
consumer = Consumer(
    {
        "bootstrap.servers": "localhost:9092",
        "group.id": "archiver",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
    }
)
consumer.subscribe(["orders"])

try:
    # Ends when nothing came for five seconds; a service would go on.
    while batch := consumer.consume(num_messages=10, timeout=5):
        for message in batch:
            if message.error():
                raise KafkaException(message.error())
        for partition, messages in groupby(sorted(batch, key=lambda m: (m.partition(), m.offset())), lambda m: m.partition()):
            messages = list(messages)
            # The name says which messages are in it: a batch that is read again replaces its file.
            file = folder / f"{partition:04}-{messages[0].offset():020}.jsonl"
            file.write_bytes(b"".join(m.value() + b"\n" for m in messages))
        consumer.commit(asynchronous=False)
finally:
    consumer.close()
# %% check
files = sorted(folder.glob("*.jsonl"))
assert sum(len(file.read_text().splitlines()) for file in files) == 25
assert files[0].name == "0000-00000000000000000000.jsonl"
