"""Asset-centred: every day through Dagster's job, its tests, a day that the check stops, and the way to five warehouses."""

import json
import os

from project_common import Failed, Project, environment, expected_revenue, fail_if_made
from project_deploy import inside

ANSWERS = {"project": "trip_assets", "table": "taxi_trips", "key": "trip_id"}
DAYS = ["2026-11-01", "2026-11-02", "2026-11-03"]
TARGETS = ["postgres", "snowflake", "bigquery", "redshift", "databricks"]


def check(project: Project) -> None:
    python = environment("projects-dagster") / "bin/python"
    # dagster-dbt asks for it.
    project.allowed.append("sqlglotrs is deprecated and no longer maintained")
    project.note_versions(python, "dagster", "dagster-dbt", "dbt-core", "dbt-duckdb", "duckdb")
    said = project.run(python, "run.py")
    fail_if_made(project, ".venv")
    for day in DAYS:
        project.expect(f"{day} ran", f"{day} ok, " in said, True)
    project.expect("the warning about customers", "every_customer_is_known" in said, True)
    check_tables(project, python)
    project.run(python, "run.py", DAYS[0])
    check_tables(project, python)
    project.run(python, "run.py", "test")
    stopped_by_the_check(project, python)
    check_definitions(project, python)
    elsewhere(project, python)


def ask(project: Project, python, sql: str) -> list[tuple]:
    code = "import duckdb, json, sys; "
    code += "print(json.dumps([[str(v) for v in row] for row in duckdb.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()]))"
    database = project.folder / f"{project.name('project')}.duckdb"
    return [tuple(row) for row in json.loads(project.run(python, "-c", code, database, sql))]


def check_tables(project: Project, python) -> None:
    table, key = project.name("table"), project.name("key")
    found = ask(project, python, "select placed_on, country, completed, revenue from daily_revenue order by 1, 2")
    revenue = [(day, country, int(completed), amount) for day, country, completed, amount in found]
    project.expect("daily_revenue", revenue, expected_revenue(project.folder / "data", table, key))
    [(rows, keys)] = ask(project, python, f"select count(*), count(distinct {key}) from fct_{table}")
    project.expect(f"keys in fct_{table}", rows, keys)
    lines = (project.folder / "report/daily_revenue.csv").read_text().splitlines()
    project.expect("lines of the report", len(lines), 1 + len(revenue))


def stopped_by_the_check(project: Project, python) -> None:
    """A file whose values do not fit: the run fails, and the models keep what they had."""
    table = project.name("table")
    file = project.folder / "data" / table / "2026-11-04.csv"
    header = (project.folder / "data" / table / f"{DAYS[0]}.csv").read_text().splitlines()[0]
    file.write_text(f"{header}\n1,C01,soon,soon,lost,many\n")
    said = project.run(python, "run.py", "2026-11-04", fails=True)
    project.expect("the check that failed", "2026-11-04 FAILED" in said and "values_fit" in said, True)
    file.unlink()
    check_tables(project, python)


def check_definitions(project: Project, python) -> None:
    """What `dagster dev` would load, through Dagster's own command; here, and with a warehouse as target."""
    settings = {"DAGSTER_HOME": str(project.folder / ".dagster")}
    for target in ("dev", "snowflake"):
        project.run(
            python.parent / "dagster", "definitions", "validate", "-m", f"{project.name('project')}.definitions",
            WAREHOUSE_TARGET=target, PATH=f"{python.parent}:{os.environ['PATH']}", **settings,
        )


def elsewhere(project: Project, python) -> None:
    data = {"folder": str(project.folder / "transform"), "targets": TARGETS, "profiles": "../deploy"}
    for target, result in inside("dbt-warehouses", "dbt", data).items():
        project.expect(f"{target}: models and tests parsed", result["failed"][:2], [])
        if result["parsed"] < 20:
            raise Failed(f"{target}: only {result['parsed']} files were compiled")
    check_helm_values(project, python)


def check_helm_values(project: Project, python) -> None:
    """The values hold the keys that Dagster's chart knows; its own models are not on the package index."""
    code = "import json, pathlib, sys, yaml; print(json.dumps(yaml.safe_load(pathlib.Path(sys.argv[1]).read_text())))"
    values = json.loads(project.run(python, "-c", code, "deploy/helm-values.yaml"))
    [deployment] = values["dagster-user-deployments"]["deployments"]
    known = {"name", "image", "dagsterApiGrpcArgs", "port", "envSecrets", "includeConfigInLaunchedRuns"}
    project.expect("keys of the deployment", set(deployment) - known, set())
    module = deployment["dagsterApiGrpcArgs"][1]
    project.expect("the module that is loaded", module, f"{project.name('project')}.definitions")
