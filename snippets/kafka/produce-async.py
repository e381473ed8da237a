# ---
# prefix: kafka-produce-async
# title: Producer inside asyncio
# description: Sends from an event loop without blocking it and awaits the delivery of every message.
# needs: [confluent-kafka 2.16, kafka 4.4]
# placeholders: [localhost:9092, clicks]
# verified: executed
# references:
#   - { name: "confluent-kafka-python: AsyncIO producer", url: "https://github.com/confluentinc/confluent-kafka-python#asyncio-producer", checked: 2026-11-22 }
# ---
# %% snippet
import asyncio

from confluent_kafka.aio import AIOProducer


async def send(values: list[bytes]) -> list[int]:
    producer = AIOProducer({"bootstrap.servers": "localhost:9092", "enable.idempotence": True})
    try:
        # The first await hands the message to the buffer, the second waits for the broker.
        deliveries = [await producer.produce("clicks", value=value) for value in values]
        await producer.flush()
        messages = await asyncio.gather(*deliveries)
    finally:
        await producer.close()
    return [message.offset() for message in messages]


offsets = asyncio.run(send([b"home", b"cart", b"pay"]))
# %% check
assert offsets == [0, 1, 2], offsets
