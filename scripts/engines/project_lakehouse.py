"""Lakehouse: the job on one machine, its tests, the job on a cluster of two workers, and the way to other places."""

import os

from project_cluster import cluster
from project_common import Failed, Project, environment, expected_revenue, fail_if_made, read_delta
from project_deploy import check_bundle, check_dataproc, check_emr, check_spark_submit, record

ANSWERS = {"project": "trip_store", "table": "taxi_trips", "key": "trip_id"}


def check(project: Project) -> None:
    python = environment("projects-delta") / "bin/python"
    project.note_versions(python, "pyspark")
    project.versions["delta"] = "4.4.0"
    said = project.run(python, "run.py")
    fail_if_made(project, ".venv")
    project.expect("the warning about customers", "WARN " in said, True)
    project.run(python, "run.py", "test")
    local = tables(project, python, "lake")
    check_tables(project, local)
    on_cluster(project, python, local)
    elsewhere(project)


def tables(project: Project, python, lake: str) -> dict[str, list]:
    """Rows of silver and gold, in an order of their own, without the time of loading."""
    table, key = project.name("table"), project.name("key")
    names = [f"silver/{table}", f"silver/rejected_{table}", "gold/daily_revenue"]
    found = {name: read_delta(python, project.folder / lake / name) for name in names}
    return {name: sorted(rows, key=lambda row: str(sorted(row.items()))) for name, rows in found.items()}


def check_tables(project: Project, found: dict[str, list]) -> None:
    table, key = project.name("table"), project.name("key")
    gold = sorted((row["placed_on"], row["country"], int(row["completed"]), row["revenue"]) for row in found["gold/daily_revenue"])
    project.expect("gold", gold, expected_revenue(project.folder / "data", table, key))
    reasons = sorted(reason for row in found[f"silver/rejected_{table}"] for reason in row["reasons"])
    wanted = ["amount is not a number from 0"] * 2 + ["status is unknown", f"{key} is missing", "updated_at is not a time"]
    project.expect("reasons in quarantine", reasons, sorted(wanted))
    keys = [row[key] for row in found[f"silver/{table}"]]
    project.expect("keys in silver", len(keys), len(set(keys)))


def on_cluster(project: Project, python, local: dict[str, list]) -> None:
    lake = project.folder / "lake-cluster"
    with cluster(python, project.folder / "cluster") as running:
        project.run(
            "bash", "deploy/standalone.sh", project.folder / "data", lake,
            SPARK_MASTER=running.address, EXECUTOR_CORES="1", EXECUTOR_MEMORY="1g",
            # Small data: few tasks.
            SPARK_OPTIONS="--conf spark.sql.shuffle.partitions=4 --conf spark.databricks.delta.snapshotPartitions=2",
            PATH=f"{python.parent}:{os.environ['PATH']}", PYSPARK_PYTHON=str(python),
        )
        tasks = running.tasks()
    if min(tasks) == 0:
        raise Failed(f"a worker had nothing to do: tasks by worker {tasks}")
    project.expect("tables made on the cluster", tables(project, python, "lake-cluster"), local)


def elsewhere(project: Project) -> None:
    name = project.name("project")
    places = {"source": "s3a://bucket/source", "lake": "s3a://bucket/lake"}
    commands = {
        "yarn": record(project, "deploy/yarn.sh", *places.values())[-1],
        "kubernetes": record(project, "deploy/kubernetes.sh", *places.values(), IMAGE="registry.example/job")[-1],
    }
    understood = check_spark_submit(project, {where: command[1:] for where, command in commands.items()})
    for where, master in {"yarn": "yarn", "kubernetes": "k8s://https://kubernetes.example:6443"}.items():
        found = understood[where]
        project.expect(f"{where}: master", (found["master"], found["deployMode"]), (master, "cluster"))
        project.expect(f"{where}: arguments", found["arguments"], ["--source", places["source"], "--lake", places["lake"]])
        project.expect(f"{where}: Delta", found["extensions"], "io.delta.sql.DeltaSparkSessionExtension")
    project.expect("yarn: package", understood["yarn"]["pyFiles"].rsplit("/", 1)[-1], f"{name}.zip")
    check_emr(project, BUCKET="bucket", APPLICATION_ID="00f1abcdefghij01", ROLE_ARN="arn:aws:iam::123456789012:role/job")
    check_dataproc(project, BUCKET="bucket", REGION="europe-west1")
    check_bundle(project)
