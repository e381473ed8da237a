# ---
# prefix: kafka-read-from-time
# title: Read a topic again from a point in time
# description: Looks up the offset of a moment for every partition and reads from there to the end, outside of any group's offsets.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, orders, replay]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: watermarks and positions", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/examples/get_watermark_offsets.py", checked: 2026-11-22 }
# ---
# %% setup
import time

from confluent_kafka import Producer

feeder = Producer({"bootstrap.servers": "localhost:9092"})
now = int(time.time() * 1000)
for hours in [30, 20, 3, 2, 1]:
    feeder.produce("orders", value=f"{hours} hours ago", timestamp=now - hours * 3_600_000)
feeder.flush()
# %% snippet
from datetime import datetime, timedelta, timezone

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

start = datetime.now(timezone.utc) - timedelta(hours=6)
consumer = Consumer(
    {
        "bootstrap.servers": "localhost:9092",
        "group.id": "replay",  # never committed to
        "enable.auto.commit": False,
        "enable.partition.eof": True,
    }
)
partitions = consumer.list_topics("orders", timeout=10).topics["orders"].partitions
wanted = [TopicPartition("orders", number, int(start.timestamp() * 1000)) for number in partitions]
# assign, not subscribe: no group, no rebalance.
consumer.assign(consumer.offsets_for_times(wanted, timeout=10))

values, open_partitions = [], set(partitions)
while open_partitions:
    message = consumer.poll(1.0)
    if message is None:
        continue
    if not message.error():
        values.append(message.value())
    elif message.error().code() == KafkaError._PARTITION_EOF:
        open_partitions.discard(message.partition())
    else:
        raise KafkaException(message.error())
consumer.close()
# %% check
assert values == [b"3 hours ago", b"2 hours ago", b"1 hours ago"], values
