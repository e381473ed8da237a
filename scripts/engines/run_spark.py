"""PySpark, with Delta where the environment has it: one session for all snippets that take `spark` as given.

A snippet that builds its own session runs in a process of its own, since a session's fixed settings belong to the JVM.
"""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

from harness import CheckFailed, drive, read_snippet, run_python

HERE = Path(__file__).parent
CONNECT_PORT = 15002
PIPELINE = re.compile(r"^from pyspark import pipelines", re.MULTILINE)
OWN_SESSION = re.compile(r"SparkSession\.builder|DatabricksSession")
DELTA = {
    "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
    "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
}
ICEBERG = {
    "spark.sql.extensions": "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
    "spark.sql.catalog.lake": "org.apache.iceberg.spark.SparkCatalog",
    "spark.sql.catalog.lake.type": "hadoop",
    "spark.sql.catalog.lake.warehouse": "lake",
}
# By the variable that names a folder of jars: what a session with them is set to.
FORMATS = {"ENGINES_DELTA_JARS": DELTA, "ENGINES_ICEBERG_JARS": ICEBERG}


def start_session():
    from pyspark.sql import SparkSession

    builder = (
        SparkSession.builder.master("local[2]")
        .appName("snippets")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", os.path.join(os.environ["ENGINES_WORK"], "warehouse"))
    )
    for variable, settings in FORMATS.items():
        if variable in os.environ:
            builder = builder.config("spark.jars", ",".join(jars(variable))).config(map=settings)
    return builder.getOrCreate()


def write_defaults() -> None:
    """Settings for every session, those that a snippet builds itself included."""
    folder = Path(os.environ["ENGINES_WORK"], "conf")
    folder.mkdir()
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "1g",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.jars.ivy": os.path.join(os.environ["ENGINES_CACHE"], "ivy-spark"),
        "spark.databricks.delta.snapshotPartitions": "2",
        # How many tasks look for files below a folder, in VACUUM for example.
        "spark.sql.sources.parallelPartitionDiscovery.parallelism": "2",
    }
    (folder / "spark-defaults.conf").write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    os.environ["SPARK_CONF_DIR"] = str(folder)


def jars(variable: str) -> list[str]:
    return [str(jar) for jar in sorted(Path(os.environ[variable]).glob("*.jar"))]


def jar_versions() -> dict[str, str]:
    """What came as a jar and has no Python package to ask."""
    names = [Path(jar).name for variable in FORMATS if variable in os.environ for jar in jars(variable)]
    found = (re.match(r"(iceberg-spark-runtime|spark-avro).*?-(\d[\d.]*)\.jar$", name) for name in names)
    return {match[1]: match[2] for match in found if match}


class Runner:
    def __init__(self):
        self.spark = None

    def run(self, snippet) -> dict:
        if PIPELINE.search(snippet.source):
            return run_pipeline(snippet)
        if OWN_SESSION.search(snippet.source):
            return self.run_alone(snippet)
        if self.spark is None:
            self.spark = start_session()
        session = self.spark.newSession()
        for name in ("spark.sql.session.timeZone", "spark.sql.shuffle.partitions"):
            session.conf.set(name, self.spark.conf.get(name))
        try:
            run_python(snippet, {"spark": session})
        finally:
            self.clean(session)
        return {}

    def clean(self, session) -> None:
        """The catalog, the cache and running streams belong to all sessions of the JVM."""
        for query in session.streams.active:
            query.stop()
        session.catalog.clearCache()
        for database in session.catalog.listDatabases():
            if database.name != "default":
                session.sql(f"DROP DATABASE `{database.name}` CASCADE")
        session.sql("USE default")
        for table in session.catalog.listTables():
            if not table.isTemporary:
                session.sql(f"DROP {'VIEW' if table.tableType == 'VIEW' else 'TABLE'} IF EXISTS `{table.name}`")

    def run_alone(self, snippet) -> dict:
        done = subprocess.run([sys.executable, str(HERE / "run_spark.py"), "--alone", str(snippet.file)], check=False)
        if done.returncode:
            raise CheckFailed("it failed in a process of its own: the log says why")
        return {"how": "imported"} if "DatabricksSession" in snippet.source else {}


def run_pipeline(snippet) -> dict:
    """A definition file of a declarative pipeline: Spark's own command runs it, between set-up and check."""
    if in_use(CONNECT_PORT):
        raise CheckFailed(f"port {CONNECT_PORT}, on which a pipeline starts its Connect server, is in use")
    names = {"__name__": "__main__"}
    exec(snippet.cell("setup"), names)
    definitions = Path("transformations", snippet.file.name)
    definitions.parent.mkdir()
    definitions.write_text(snippet.code)
    subprocess.run(["spark-pipelines", "run"], check=True)
    exec(snippet.cell("check"), names)
    return {}


def in_use(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("localhost", port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def run_alone(file: str) -> None:
    from harness import Watch

    snippet = read_snippet(file)
    watch = Watch()
    with watch:
        run_python(snippet, {}, snippet.source.replace(str(CONNECT_PORT), str(free_port())))
    if watch.seen:
        sys.exit("deprecations:\n" + "\n".join(watch.seen))


def main() -> None:
    if sys.argv[1] == "--alone":
        return run_alone(sys.argv[2])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    write_defaults()
    drive(
        sys.argv[1:],
        Runner().run,
        jar_versions() | ({"java": os.environ["ENGINES_JAVA"]} if "ENGINES_JAVA" in os.environ else {}),
    )


if __name__ == "__main__":
    main()
