# ---
# prefix: kafka-lag
# title: Lag of a consumer group
# description: Compares committed offsets with the end of each partition, without joining the group.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, billing]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: admin client examples", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/examples/adminapi.py", checked: 2026-11-22 }
# ---
# %% setup
from confluent_kafka import Consumer, Producer

feeder = Producer({"bootstrap.servers": "localhost:9092"})
for number in range(10):
    feeder.produce("orders", value=str(number))
feeder.flush()
reader = Consumer({"bootstrap.servers": "localhost:9092", "group.id": "billing", "auto.offset.reset": "earliest", "enable.auto.commit": False})
reader.subscribe(["orders"])
messages = reader.consume(4, timeout=10)
reader.commit(message=messages[-1], asynchronous=False)
reader.close()
# %% snippet
from confluent_kafka import ConsumerGroupTopicPartitions, TopicPartition
from confluent_kafka.admin import AdminClient, OffsetSpec

admin = AdminClient({"bootstrap.servers": "localhost:9092"})
group = admin.list_consumer_group_offsets([ConsumerGroupTopicPartitions("billing")])["billing"].result()
committed = {(p.topic, p.partition): p.offset for p in group.topic_partitions}

# The group names only partitions it has committed; one it never read would be missing here.
ends = admin.list_offsets({TopicPartition(*key): OffsetSpec.latest() for key in committed})
lag = {
    (partition.topic, partition.partition): end.result().offset - committed[partition.topic, partition.partition]
    for partition, end in ends.items()
}
for (topic, partition), behind in sorted(lag.items()):
    print(f"{topic}[{partition}] is {behind} messages behind")
# %% check
assert lag == {("orders", 0): 6}, lag
