# ---
# prefix: kafka-consume
# title: Consumer that commits after the work
# description: Reads at least once; offsets are stored once a message is processed, and a signal ends the loop cleanly.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, billing, orders, process]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: the consumer group protocol of KIP-848", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/docs/kip-848-migration-guide.md", checked: 2026-11-22 }
#   - { name: "librdkafka: configuration properties", url: "https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md", checked: 2026-11-22 }
# ---
# %% setup
import os
import threading

from confluent_kafka import Producer

feeder = Producer({"bootstrap.servers": "localhost:9092"})
for number in range(5):
    feeder.produce("orders", key=str(number), value=f"order {number}")
feeder.flush()

received = []


def process(message):
    received.append(message.value().decode())
    if len(received) == 5:
        threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGTERM)).start()
# %% snippet
import signal

from confluent_kafka import Consumer, KafkaException

consumer = Consumer(
    {
        "bootstrap.servers": "localhost:9092",
        "group.id": "billing",
        "group.protocol": "consumer",  # the newer rebalance protocol; brokers before 4.0 need "classic"
        "auto.offset.reset": "earliest",
        # Commits in the background, but only what store_offsets has marked as done.
        "enable.auto.commit": True,
        "enable.auto.offset.store": False,
    }
)
consumer.subscribe(["orders"])

running = True


def stop(*_):
    global running
    running = False


signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGINT, stop)

try:
    while running:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            raise KafkaException(message.error())
        process(message)  # may see a message twice after a crash: make it idempotent
        consumer.store_offsets(message)
finally:
    consumer.close()  # commits and leaves the group, so that others take over at once
# %% check
from confluent_kafka import ConsumerGroupTopicPartitions
from confluent_kafka.admin import AdminClient

assert sorted(received) == [f"order {number}" for number in range(5)]
admin = AdminClient({"bootstrap.servers": "localhost:9092"})
committed = admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions("billing")])
partitions = committed["billing"].result().topic_partitions
assert sum(partition.offset for partition in partitions) == 5, partitions
signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
