"""Flink on the mini-cluster that PyFlink's wheel carries, with the Kafka connector, beside one real broker.

A SQL file is a script of statements in streaming mode. An INSERT goes on in the background, as it would on a cluster,
but one of a setup cell is waited for; a setup cell with a path is a file of that name. A check cell's `select` runs as
a stream too: its result changes as rows arrive, until it is true.
"""

import os
import re
import sys
import time
import warnings
from pathlib import Path

# What Beam itself imports with warnings belongs to no snippet.
with warnings.catch_warnings(action="ignore"):
    import apache_beam.io  # noqa: F401

WORK = Path(os.environ["ENGINES_WORK"])
os.environ.pop("JAVA_HOME", None) if not os.environ.get("JAVA_HOME") else None
os.environ["FLINK_LOG_DIR"] = str(WORK / "log")
os.environ["PYFLINK_CLIENT_EXECUTABLE"] = sys.executable

from harness import CheckFailed, Snippet, drive, run_python, uncomment  # noqa: E402
from kafka_broker import ADDRESS, Broker, broker  # noqa: E402
from limit import limited  # noqa: E402
from py4j.protocol import Py4JJavaError  # noqa: E402
from pyflink.java_gateway import get_gateway  # noqa: E402
from pyflink.table import EnvironmentSettings, TableEnvironment  # noqa: E402

PATIENCE = 30
SETTINGS = {"parallelism.default": "1", "table.local-time-zone": "UTC", "python.executable": sys.executable, "restart-strategy.type": "none"}


class Runner:
    def __init__(self, kafka: Broker):
        self.kafka = kafka
        self.jobs = []

    def run(self, snippet: Snippet) -> dict:
        seen = log_size()
        try:
            if snippet.file.suffix == ".sql":
                self.run_sql(snippet)
            else:
                run_python(snippet, {}, snippet.source.replace(ADDRESS, self.kafka.address))
        finally:
            self.cancel()
            print_warnings(seen)
        return {}

    def run_sql(self, snippet: Snippet) -> None:
        self.tables = TableEnvironment.create(EnvironmentSettings.in_streaming_mode())
        for name, value in SETTINGS.items():
            self.tables.get_config().set(name, value)
        for cell in snippet.cells:
            if cell.argument:
                write(Path(cell.argument), uncomment(cell.text, snippet.comment))
            elif cell.kind != "check":
                for statement in statements(cell.text.replace(ADDRESS, self.kafka.address)):
                    self.execute(statement, wait=cell.kind == "setup")
        for statement in statements(snippet.cell("check").replace(ADDRESS, self.kafka.address)):
            self.check(statement)

    def execute(self, statement: str, wait: bool) -> None:
        if found := re.match(r"set '(.*)' = '(.*)'$", statement, re.IGNORECASE):
            self.tables.get_config().set(found[1], found[2])
            return
        result = self.tables.execute_sql(statement)
        if (job := result.get_job_client()) is not None:
            self.jobs.append((statement, job))
            if wait:
                result.wait()

    def check(self, statement: str) -> None:
        until = time.monotonic() + PATIENCE
        while not self.holds(statement):
            self.look_at_jobs()
            if time.monotonic() > until:
                raise CheckFailed(f"{statement} does not become true")

    def holds(self, statement: str) -> bool:
        try:
            with self.tables.execute_sql(statement).collect() as rows:
                return any(list(row) == [True] for row in rows)
        except Py4JJavaError as error:  # the topic is not there yet
            print(error, flush=True)
            time.sleep(1)
            return False

    def look_at_jobs(self) -> None:
        for statement, job in self.jobs:
            if status(job).endswith("FAILED"):
                raise CheckFailed(f"{statement} failed: the log says why")

    def cancel(self) -> None:
        for _, job in self.jobs:
            if status(job).endswith(("RUNNING", "CREATED", "RESTARTING")):
                job.cancel().result()
        self.jobs.clear()


def status(job) -> str:
    """Each job has a mini-cluster of its own, which is gone when the job has ended."""
    try:
        return str(job.get_job_status().result())
    except Exception as error:
        if "already been shut down" in str(error):
            return "ENDED"
        raise


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def statements(text: str) -> list[str]:
    """Each ends in a semicolon at a line's end."""
    found, statement = [], ""
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("--"):
            statement += line + "\n"
            if line.rstrip().endswith(";"):
                found.append(statement.strip().removesuffix(";"))
                statement = ""
    if statement:
        raise CheckFailed(f"a statement without its semicolon: {statement}")
    return found


def log_files() -> list[Path]:
    return sorted((WORK / "log").glob("*.log"))


def log_size() -> dict[Path, int]:
    return {file: file.stat().st_size for file in log_files()}


def print_warnings(seen: dict[Path, int]) -> None:
    """What the JVM warned of goes to this driver's own output, where deprecations are looked for."""
    for file in log_files():
        with open(file, encoding="utf-8", errors="replace") as log:
            log.seek(seen.get(file, 0))
            print(*(line.rstrip() for line in log if re.search(r"\b(WARN|ERROR)\b", line)), sep="\n", flush=True)


def jars() -> str:
    return ";".join(jar.as_uri() for jar in sorted(Path(os.environ["ENGINES_FLINK_JARS"]).glob("flink-*.jar")))


def versions(kafka: Broker) -> dict[str, str]:
    connector = next(Path(os.environ["ENGINES_FLINK_JARS"]).glob("flink-sql-connector-kafka-*.jar"))
    return {
        "kafka": kafka.version,
        "flink-sql-connector-kafka": connector.stem.removeprefix("flink-sql-connector-kafka-"),
        "java": os.environ["ENGINES_JAVA"],
    }


if __name__ == "__main__":
    (WORK / "log").mkdir()
    SETTINGS["pipeline.jars"] = jars()
    with broker() as running:
        try:
            drive(sys.argv[1:], limited(Runner(running).run, 180), versions(running))
        finally:
            get_gateway().shutdown()
