"""A real standalone cluster: a master and two workers, each a process of its own, from the PySpark package."""

import re
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from project_common import Failed, base_environment

WORKERS = 2


@dataclass
class Cluster:
    address: str
    folders: list[Path]

    def tasks(self) -> list[int]:
        """How many tasks each worker's executors have finished, from their logs."""
        logs = [list(folder.glob("app-*/*/stderr")) for folder in self.folders]
        return [sum(len(re.findall(r"Finished task", log.read_text())) for log in found) for found in logs]


@contextmanager
def cluster(python: Path, work: Path):
    """Starts the processes, waits until both workers are registered, and ends them."""
    work.mkdir(parents=True)
    spark_class = next(python.parent.parent.glob("lib/python3.*/site-packages/pyspark/bin/spark-class"))
    variables = {**base_environment(), "SPARK_HOME": str(spark_class.parent.parent), "SPARK_LOG_DIR": str(work)}
    port = free_port()
    address = f"spark://127.0.0.1:{port}"
    folders = [work / f"worker-{number}" for number in range(WORKERS)]
    host = ["--host", "127.0.0.1", "--webui-port", "0"]
    deploy = "org.apache.spark.deploy"
    commands = [
        [spark_class, f"{deploy}.master.Master", *host, "--port", str(port)],
        *[
            [spark_class, f"{deploy}.worker.Worker", *host, "--cores", "1", "--memory", "1g", "--work-dir", folder, address]
            for folder in folders
        ],
    ]
    processes = []
    try:
        for number, command in enumerate(commands):
            log = (work / f"process-{number}.log").open("wb")
            processes.append(subprocess.Popen(command, env=variables, cwd=work, stdout=log, stderr=subprocess.STDOUT))
        wait_for_workers(work / "process-0.log", processes)
        yield Cluster(address, folders)
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in processes:
            process.wait(30)


def wait_for_workers(log: Path, processes: list[subprocess.Popen]) -> None:
    # Three JVMs start at once, beside whatever else the machine does.
    for _ in range(2000):
        if log.read_text().count("Registering worker") == WORKERS:
            return
        if any(process.poll() is not None for process in processes):
            break
        time.sleep(0.2)
    raise Failed("the cluster does not start:\n" + log.read_text()[-2000:])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
