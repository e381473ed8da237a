# ---
# prefix: kafka-produce-transaction
# title: Write to several topics in one transaction
# description: Messages of a transaction become visible together, or not at all to consumers that read committed data.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, order-writer-1, orders, payments]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: example of transactions", url: "https://github.com/confluentinc/confluent-kafka-python/blob/master/examples/eos_transactions.py", checked: 2026-11-22 }
#   - { name: "librdkafka: transactional producer", url: "https://github.com/confluentinc/librdkafka/blob/master/INTRODUCTION.md#transactional-producer", checked: 2026-11-22 }
# ---
# %% setup
pairs = [("1", "placed", "paid"), ("2", "placed", "refused")]
# %% snippet
from confluent_kafka import KafkaException, Producer

# The id names this writer across restarts: a new one with the same id fences the old one off.
producer = Producer({"bootstrap.servers": "localhost:9092", "transactional.id": "order-writer-1"})
producer.init_transactions(30)

producer.begin_transaction()
try:
    for key, order, payment in pairs:
        producer.produce("orders", key=key, value=order)
        producer.produce("payments", key=key, value=payment)
    producer.commit_transaction(30)
except KafkaException as error:
    if error.args[0].txn_requires_abort():
        producer.abort_transaction(30)
    raise
# %% check
from confluent_kafka import Consumer

# Another transaction is aborted: nobody who reads committed data sees it.
producer.begin_transaction()
producer.produce("payments", key="3", value="lost")
producer.flush()
producer.abort_transaction(30)


def read(topic, isolation):
    consumer = Consumer(
        {
            "bootstrap.servers": "localhost:9092",
            "group.id": f"check-{topic}-{isolation}",
            "auto.offset.reset": "earliest",
            "isolation.level": isolation,
            "enable.partition.eof": True,
        }
    )
    consumer.subscribe([topic])
    values = []
    while (message := consumer.poll(10)) is not None and not message.error():
        values.append(message.value().decode())
    consumer.close()
    return values


assert read("orders", "read_committed") == ["placed", "placed"]
assert read("payments", "read_committed") == ["paid", "refused"]
assert read("payments", "read_uncommitted") == ["paid", "refused", "lost"]
