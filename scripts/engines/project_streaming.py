"""Streaming: the sample from files, the tests with their crashes, the same from a real broker with the job killed on the
way, and the way to other places."""

import os
import signal
import subprocess
import time
from pathlib import Path

from project_common import CACHE, Failed, Project, base_environment, environment, expected_from, fail_if_made, read_delta, read_json
from project_deploy import check_bundle, check_dataproc, check_emr, check_spark_submit, record

ANSWERS = {"project": "trip_stream", "table": "taxi_trips", "key": "trip_id"}


def check(project: Project) -> None:
    python = environment("projects-delta") / "bin/python"
    project.note_versions(python, "pyspark")
    project.versions["delta"] = "4.4.0"
    project.run(python, "run.py")
    fail_if_made(project, ".venv")
    from_files = tables(project, python, "lake")
    check_tables(project, from_files)
    project.run(python, "run.py", "test")
    from_kafka(project, python, from_files)
    elsewhere(project)


def tables(project: Project, python, lake: str) -> dict[str, list]:
    """What is in the tables, without when it arrived and from where."""
    table = project.name("table")
    names = [f"bronze/{table}", f"silver/{table}", f"silver/rejected_{table}", "gold/daily_revenue"]
    found = {name: read_delta(python, project.folder / lake / name) for name in names}
    without = {"arrived_at", "origin"}
    rows = {name: [{key: row[key] for key in row if key not in without} for row in found[name]] for name in names}
    return {name: sorted(rows[name], key=lambda row: str(sorted(row.items()))) for name in names}


def check_tables(project: Project, found: dict[str, list]) -> None:
    table, key = project.name("table"), project.name("key")
    gold = [(row["placed_on"], row["country"], int(row["completed"]), row["revenue"]) for row in found["gold/daily_revenue"]]
    delivered = read_json(project.folder / "data/arrivals")
    project.expect("gold", sorted(gold), expected_from(delivered, project.folder / "data", key))
    lines = sum(len(file.read_text().splitlines()) for file in (project.folder / "data/arrivals").iterdir())
    project.expect("records in bronze", len(found[f"bronze/{table}"]), lines)
    keys = [row[key] for row in found[f"silver/{table}"]]
    project.expect("keys in silver", len(keys), len(set(keys)))
    project.expect("what is no JSON, in quarantine", any(row["value"] == '{"' + key + '": "10' for row in found[f"silver/rejected_{table}"]), True)


def from_kafka(project: Project, python, wanted: dict[str, list]) -> None:
    """Half of the records, a run; the other half, a run that is killed; a last run. The tables are those of the files."""
    jars = os.environ.get("ENGINES_KAFKA_JARS") or next((str(jar.parent) for jar in CACHE.glob("jars/*/kafka_2.13-*.jar")), None)
    if jars is None:
        raise Failed("no broker: run `npm run test:engines -- --engine kafka` once")
    os.environ["ENGINES_KAFKA_JARS"] = jars
    from kafka_broker import Broker

    broker = Broker(Path(project.folder, "broker"))
    broker.start()
    project.versions["kafka"] = broker.version
    try:
        send = ("run.py", "produce", "--broker", broker.address, "--files")
        read = ("run.py", "--broker", broker.address, "--lake", "lake-kafka")
        project.run(python, *send, "data/arrivals/*-1.json")
        project.run(python, *read)
        project.run(python, *send, "data/arrivals/*-2.json")
        kill_on_the_way(project, python, *read)
        project.run(python, *read)
    finally:
        broker.stop()
    project.expect("tables made from the topic", tables(project, python, "lake-kafka"), wanted)


def kill_on_the_way(project: Project, python, *read: str) -> None:
    """The job, killed without warning as soon as bronze has what it had not before."""
    log = project.folder / "lake-kafka/bronze" / project.name("table") / "_delta_log"
    before = len(list(log.glob("*.json")))
    with (project.folder / "killed.log").open("wb") as out:
        process = subprocess.Popen(
            [str(python), *read, "--follow", "1 second"], cwd=project.folder, env=base_environment(), stdout=out,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, start_new_session=True,
        )
        started = time.monotonic()
        try:
            while len(list(log.glob("*.json"))) == before:
                if process.poll() is not None or time.monotonic() - started > 300:
                    raise Failed("the job that was to be killed: " + (project.folder / "killed.log").read_text()[-2000:])
                time.sleep(0.02)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(30)
    project.steps.append(("killed while it followed", time.monotonic() - started))


def elsewhere(project: Project) -> None:
    name = project.name("project")
    places = ("broker.example:9092", "s3a://bucket/customers.csv", "s3a://bucket/lake")
    commands = {
        "standalone": record(project, "deploy/standalone.sh", *places)[-1],
        "yarn": record(project, "deploy/yarn.sh", *places)[-1],
        "kubernetes": record(project, "deploy/kubernetes.sh", *places, IMAGE="registry.example/job")[-1],
    }
    understood = check_spark_submit(project, {where: command[1:] for where, command in commands.items()})
    masters = {"standalone": "spark://localhost:7077", "yarn": "yarn", "kubernetes": "k8s://https://kubernetes.example:6443"}
    arguments = ["--broker", places[0], "--customers", places[1], "--lake", places[2]]
    for where, master in masters.items():
        found = understood[where]
        project.expect(f"{where}: master", found["master"], master)
        project.expect(f"{where}: arguments", found["arguments"], arguments)
        project.expect(f"{where}: connector", "spark-sql-kafka" in (found["packages"] or ""), True)
    project.expect("yarn: package", understood["yarn"]["pyFiles"].rsplit("/", 1)[-1], f"{name}.zip")
    cloud = {"BROKER": places[0], "BUCKET": "bucket"}
    role = "arn:aws:iam::123456789012:role/job"
    for mode in ("BATCH", "STREAMING"):
        check_emr(project, APPLICATION_ID="00f1abcdefghij01", ROLE_ARN=role, MODE=mode, **cloud)
    check_dataproc(project, REGION="europe-west1", **cloud)
    check_bundle(project)
