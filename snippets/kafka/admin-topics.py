# ---
# prefix: kafka-admin-topics
# title: Create and alter topics
# description: Creates a topic with partitions, replication and retention, tolerates one that exists, and changes a setting later.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, orders]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: admin client examples", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/examples/adminapi.py", checked: 2026-11-22 }
# ---
# %% snippet
from confluent_kafka import KafkaError, KafkaException
from confluent_kafka.admin import (
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewTopic,
    ResourceType,
)

admin = AdminClient({"bootstrap.servers": "localhost:9092"})

# A key's messages stay in order only while the number of partitions stays: choose it with room to grow.
topic = NewTopic(
    "orders",
    num_partitions=6,
    replication_factor=1,  # 3 on a cluster, with min.insync.replicas=2
    config={"retention.ms": str(7 * 24 * 60 * 60 * 1000), "cleanup.policy": "delete"},
)
for name, created in admin.create_topics([topic]).items():
    try:
        created.result()
    except KafkaException as error:
        if error.args[0].code() != KafkaError.TOPIC_ALREADY_EXISTS:
            raise

# Incremental: the settings that are not named here keep their values.
retention = ConfigEntry("retention.ms", str(24 * 60 * 60 * 1000), incremental_operation=AlterConfigOpType.SET)
resource = ConfigResource(ResourceType.TOPIC, "orders", incremental_configs=[retention])
for altered in admin.incremental_alter_configs([resource]).values():
    altered.result()
# %% check
description = admin.list_topics(timeout=10).topics["orders"]
assert len(description.partitions) == 6
import time

for _ in range(50):  # the change reaches the broker a moment after it was accepted
    settings = admin.describe_configs([ConfigResource(ResourceType.TOPIC, "orders")])
    values = next(iter(settings.values())).result()
    if values["retention.ms"].value != "604800000":
        break
    time.sleep(0.1)
assert values["retention.ms"].value == "86400000"
assert values["cleanup.policy"].value == "delete"
# The same topic a second time is refused, which the snippet tolerates.
try:
    admin.create_topics([topic])["orders"].result()
except KafkaException as error:
    assert error.args[0].code() == KafkaError.TOPIC_ALREADY_EXISTS
else:
    raise AssertionError("created twice")
