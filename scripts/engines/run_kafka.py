"""Kafka clients against one real broker, which lives as long as this driver; each snippet finds it without topics."""

import os
import sys
import time

from confluent_kafka.admin import AdminClient
from harness import drive, run_python
from kafka_broker import ADDRESS, broker
from limit import limited


class Runner:
    def __init__(self, address: str):
        self.address = address
        self.admin = AdminClient({"bootstrap.servers": address})

    def run(self, snippet) -> dict:
        try:
            run_python(snippet, {}, snippet.source.replace(ADDRESS, self.address))
        finally:
            self.clean()
        return {}

    def clean(self) -> None:
        topics = self.topics()
        for deleted in self.admin.delete_topics(topics).values() if topics else []:
            deleted.result()
        while self.topics():
            time.sleep(0.05)

    def topics(self) -> list[str]:
        return [topic for topic in self.admin.list_topics(timeout=10).topics if not topic.startswith("__")]


if __name__ == "__main__":
    with broker() as running:
        versions = {"kafka": running.version, "java": os.environ["ENGINES_JAVA"]}
        drive(sys.argv[1:], limited(Runner(running.address).run, 60), versions)
