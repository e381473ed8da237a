"""Orchestrated: both DAGs over three days, their tests, a day that the gate stops, a backfill by a real scheduler, and
the way to other places."""

import json
import os
import sqlite3
import subprocess
import time
from contextlib import contextmanager

from project_common import Failed, Project, base_environment, environment, expected_revenue, fail_if_made, read_rows
from project_deploy import check_bundle, check_spark_submit, inside

ANSWERS = {"project": "trip_flow", "table": "taxi_trips", "key": "trip_id"}
DAYS = ["2026-11-01", "2026-11-02", "2026-11-03"]
TARGETS = ["snowflake", "bigquery", "databricks"]


def check(project: Project) -> None:
    airflow, spark, dbt = (environment(name) / "bin/python" for name in ("airflow", "spark", "dbt"))
    project.note_versions(airflow, "apache-airflow", "apache-airflow-providers-apache-spark")
    project.note_versions(spark, "pyspark")
    project.note_versions(dbt, "dbt-core", "dbt-duckdb", "duckdb")
    variables = {"PYTHONS": os.pathsep.join(map(str, (spark, dbt)))}
    project.run(airflow, "run.py", **variables)
    fail_if_made(project, ".venv-airflow", ".venv-spark", ".venv-dbt")
    check_tables(project, dbt)
    project.run(airflow, "run.py", "test", **variables)
    backfill(project, airflow, dbt, variables)
    stopped_by_the_gate(project, airflow, dbt, variables)
    elsewhere(project)


def ask(project: Project, dbt, sql: str) -> list[tuple]:
    code = "import duckdb, json, sys; "
    code += "print(json.dumps([[str(v) for v in row] for row in duckdb.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()]))"
    database = project.folder / f"{project.name('project')}.duckdb"
    return [tuple(row) for row in json.loads(project.run(dbt, "-c", code, database, sql))]


def check_tables(project: Project, dbt) -> None:
    table, key = project.name("table"), project.name("key")
    found = ask(project, dbt, "select placed_on, country, completed, revenue from daily_revenue order by 1, 2")
    revenue = [(day, country, int(completed), amount) for day, country, completed, amount in found]
    project.expect("daily_revenue", revenue, expected_revenue(project.folder / "data", table, key))
    [(rows, keys)] = ask(project, dbt, f"select count(*), count(distinct {key}) from fct_{table}")
    project.expect(f"keys in fct_{table}", rows, keys)
    delivered = {day: len((project.folder / "data" / table / f"{day}.csv").read_text().splitlines()) - 1 for day in DAYS}
    counted = {day: counts(project, day)["delivered"] for day in DAYS}
    project.expect("rows by day", counted, delivered)


def counts(project: Project, day: str) -> dict[str, int]:
    [part] = (project.folder / "lake/metrics" / f"day={day}").glob("part-*.json")
    return json.loads(part.read_text())


def backfill(project: Project, airflow, dbt, variables: dict[str, str]) -> None:
    """The last day is delivered again with one row more; a real scheduler makes it again, and the models follow."""
    table = project.name("table")
    file = project.folder / "data" / table / f"{DAYS[-1]}.csv"
    file.write_text(file.read_text() + "9001,C01,2026-11-03 20:00:00,2026-11-03 20:00:00,completed,1000.00\n")
    with scheduler(project, airflow, variables) as log:
        wait(project, log, "both DAGs", "select count(*) from dag where is_stale = 0", lambda found: found == 2)
        for dag in (f"{table}_load", f"{table}_marts"):
            project.run(airflow, "run.py", "airflow", "dags", "unpause", "--yes", dag, **variables)
        project.run(
            airflow, "run.py", "airflow", "backfill", "create", "--dag-id", f"{table}_load",
            # The run of a day has the date of the next.
            "--from-date", "2026-11-04", "--to-date", "2026-11-04", "--reprocess-behavior", "completed", **variables,
        )
        ended = "select count(*) from dag_run where dag_id = '{}' and run_type = '{}' and state = 'success'"
        wait(project, log, "the backfill", ended.format(f"{table}_load", "backfill"), lambda found: found == 1)
        # A run that is made again keeps its id, and is a backfill's from then on.
        backfilled = f"select run_id from dag_run where dag_id = '{table}_load' and run_type = 'backfill'"
        gate = f"select max(end_date) from task_instance where task_id = 'gate' and run_id in ({backfilled})"
        marts = ended.format(f"{table}_marts", "asset_triggered") + f" and start_date >= ({gate})"
        wait(project, log, "the models after it", marts, lambda found: found >= 1)
    check_tables(project, dbt)


@contextmanager
def scheduler(project: Project, airflow, variables: dict[str, str]):
    """Airflow as its README starts it, until the end of the block."""
    log = project.folder / "standalone.log"
    port = str(free_port())
    # The tasks ask the server at its base address.
    address = {"AIRFLOW__API__PORT": port, "AIRFLOW__API__BASE_URL": f"http://localhost:{port}"}
    settings = {**base_environment(), **variables, **address}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(airflow), "run.py", "airflow", "standalone"], cwd=project.folder, env=settings, stdin=subprocess.DEVNULL,
            stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )
    try:
        yield log
    finally:
        os.killpg(process.pid, 2)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
        with project.log.open("a", encoding="utf-8") as kept:
            kept.write(log.read_text(errors="replace"))


def free_port() -> int:
    from project_cluster import free_port as find

    return find()


def wait(project: Project, log, what: str, sql: str, is_there, seconds: int = 900) -> None:
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        try:
            with sqlite3.connect(f"file:{project.folder}/.airflow/airflow.db?mode=ro", uri=True, timeout=30) as database:
                if is_there(database.execute(sql).fetchone()[0]):
                    project.steps.append((f"wait for {what}", time.monotonic() - started))
                    return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
        time.sleep(1)
    raise Failed(f"{what} did not come within {seconds} s:\n" + log.read_text(errors="replace")[-3000:])


def stopped_by_the_gate(project: Project, airflow, dbt, variables: dict[str, str]) -> None:
    """A day that is mostly wrong ends its run, and the models keep what they had."""
    table = project.name("table")
    before = ask(project, dbt, "select * from daily_revenue order by all")
    file = project.folder / "data" / table / "2026-11-04.csv"
    header = (project.folder / "data" / table / f"{DAYS[0]}.csv").read_text().splitlines()[0]
    file.write_text(f"{header}\n1,C01,soon,soon,lost,many\n")
    said = project.run(airflow, "run.py", "2026-11-04", fails=True, **variables)
    project.expect("what the gate says", "100% of the rows were rejected, at most 20% may be" in said, True)
    project.expect("counts of the day", counts(project, "2026-11-04"), {"delivered": 1, "rejected": 1})
    project.expect("daily_revenue after it", ask(project, dbt, "select * from daily_revenue order by all"), before)
    file.unlink()
    project.expect("rows in the sample", len(read_rows(project.folder / "data", table)) > 0, True)


def elsewhere(project: Project) -> None:
    """The provider's commands for each connection, the operators of deploy/operators.py, the bundle, the warehouses."""
    found = inside("airflow", "spark-connections", {"folder": str(project.folder)})
    understood = check_spark_submit(project, {where: command[1:] for where, command in found.items()})
    masters = {
        "standalone": ("spark://spark-master.example:7077", "client"),
        "yarn": ("yarn", "cluster"),
        "kubernetes": ("k8s://https://kubernetes.example:6443", "cluster"),
    }
    for where, master in masters.items():
        one = understood[where]
        project.expect(f"{where}: master", (one["master"], one["deployMode"] or "client"), master)
        project.expect(f"{where}: arguments", one["arguments"][-2:], ["--day", "2026-11-01"])
    requests = inside("airflow", "cloud-operators", {"folder": str(project.folder)})
    inside("dbt-warehouses", "run-now", requests["run_now"])
    check_bundle(project, "deploy/databricks.yml")
    data = {"folder": str(project.folder / "transform"), "targets": TARGETS, "profiles": "../deploy"}
    for target, result in inside("dbt-warehouses", "dbt", data).items():
        project.expect(f"{target}: models and tests parsed", result["failed"][:2], [])
        if result["parsed"] < 8:
            raise Failed(f"{target}: only {result['parsed']} files were compiled")
