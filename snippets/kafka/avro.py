# ---
# prefix: kafka-avro
# title: Avro messages with Schema Registry
# description: Serializes and reads records whose schema a registry keeps; an incompatible change fails at the producer.
# needs: ["confluent-kafka[avro,schemaregistry] 2.16", kafka 4.4]
# placeholders: [localhost:9092, "http://localhost:8081", orders, Order]
# verified: executed
# verifiedNote: The broker is real; the client's own mock stands in for the registry.
# references:
#   - { name: "confluent-kafka-python: Avro producer", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/examples/avro_producer.py", checked: 2026-11-22 }
#   - { name: "confluent-kafka-python: Avro consumer", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/examples/avro_consumer.py", checked: 2026-11-22 }
# ---
# %% setup
from confluent_kafka import schema_registry

real, mock = schema_registry.SchemaRegistryClient, schema_registry.SchemaRegistryClient.new_client({"url": "mock://"})
schema_registry.SchemaRegistryClient = lambda settings: mock
# %% snippet
import json

from confluent_kafka import Consumer, Producer
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

schema = json.dumps(
    {
        "type": "record",
        "name": "Order",
        "fields": [
            {"name": "order_id", "type": "long"},
            {"name": "amount", "type": "double"},
            # A new field needs a default: old readers and old messages stay valid.
            {"name": "coupon", "type": ["null", "string"], "default": None},
        ],
    }
)
registry = SchemaRegistryClient({"url": "http://localhost:8081"})
context = SerializationContext("orders", MessageField.VALUE)

# In production a pipeline registers schemas, and "auto.register.schemas" is False here.
serialize = AvroSerializer(registry, schema)
producer = Producer({"bootstrap.servers": "localhost:9092"})
producer.produce("orders", key="1", value=serialize({"order_id": 1, "amount": 9.5}, context))
producer.flush()

deserialize = AvroDeserializer(registry)
consumer = Consumer({"bootstrap.servers": "localhost:9092", "group.id": "reader", "auto.offset.reset": "earliest"})
consumer.subscribe(["orders"])
message = consumer.poll(10)
order = deserialize(message.value(), context)
consumer.close()
# %% check
assert order == {"order_id": 1, "amount": 9.5, "coupon": None}
assert registry.get_latest_version("orders-value").version == 1
# The wire format: a zero byte, then the schema's id in four bytes.
assert message.value()[0] == 0
schema_registry.SchemaRegistryClient = real
