"""One Kafka broker in KRaft mode, broker and controller in one process, started from the broker's own jars.

It listens on a free port, so that two engines can each have one. Snippets write `localhost:9092`; their drivers put
the real address there before they run them.
"""

import os
import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

ADDRESS = "localhost:9092"
SETTINGS = """\
process.roles=broker,controller
node.id=1
listeners=BROKER://localhost:{broker},CONTROLLER://localhost:{controller}
advertised.listeners=BROKER://localhost:{broker}
inter.broker.listener.name=BROKER
controller.listener.names=CONTROLLER
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
controller.quorum.bootstrap.servers=localhost:{controller}
log.dirs={folder}/data
num.partitions=1
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.flush.interval.messages=9223372036854775807
"""


class Broker:
    def __init__(self, folder: Path):
        self.folder = folder
        self.port, controller = free_port(), free_port()
        self.address = f"localhost:{self.port}"
        jars = Path(os.environ["ENGINES_KAFKA_JARS"])
        self.version = next(found[1] for jar in jars.iterdir() if (found := re.match(r"kafka_2.13-([\d.]+)\.jar", jar.name)))
        self.java = ["java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", f"{jars}/*"]
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.settings = folder / "server.properties"
        self.settings.write_text(SETTINGS.format(broker=self.port, controller=controller, folder=folder))

    def start(self) -> None:
        self.run("kafka.tools.StorageTool", "format", "--standalone", "--cluster-id", "c25pcHBldHMtY2x1c3Rlcg", "--config", str(self.settings))
        self.log = open(self.folder / "broker.log", "wb")
        self.process = subprocess.Popen(
            [*self.java, "kafka.Kafka", str(self.settings)], stdout=self.log, stderr=subprocess.STDOUT, cwd=self.folder
        )
        self.wait()

    def run(self, *command: str) -> None:
        done = subprocess.run([*self.java, *command], capture_output=True, text=True, cwd=self.folder, check=False)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)

    def wait(self) -> None:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("localhost", self.port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError("the broker does not answer:\n" + (self.folder / "broker.log").read_text()[-4000:])

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()


@contextmanager
def broker():
    one = Broker(Path(os.environ["ENGINES_WORK"], "broker"))
    one.start()
    try:
        yield one
    finally:
        one.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]
