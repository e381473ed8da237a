"""Warehouse: dbt build twice, a customer who changes, the other commands of the README, and the way to five warehouses."""

import json

from project_common import Failed, Project, environment, expected_revenue, fail_if_made
from project_deploy import inside

ANSWERS = {"project": "trip_marts", "table": "taxi_trips", "key": "trip_id"}
TARGETS = ["postgres", "snowflake", "bigquery", "redshift", "databricks"]


def check(project: Project) -> None:
    python = environment("dbt") / "bin/python"
    project.note_versions(python, "dbt-core", "dbt-duckdb", "duckdb")
    strict = {"DBT_WARN_ERROR_OPTIONS": '{"error": ["Deprecations"]}'}
    project.run(python, "run.py", **strict)
    fail_if_made(project, ".venv")
    check_tables(project, python)
    change_customer(project)
    project.run(python, "run.py", "build", **strict)
    check_tables(project, python)
    check_history(project, python)
    project.run(python, "run.py", "source", "freshness", **strict)
    project.run(python, "run.py", "docs", "generate", "--static", **strict)
    if not (project.folder / "target/static_index.html").exists():
        raise Failed("docs generate made no page")
    elsewhere(project)


def ask(project: Project, python, sql: str) -> list[tuple]:
    code = "import duckdb, json, sys; "
    code += "print(json.dumps([[str(v) for v in row] for row in duckdb.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()]))"
    database = project.folder / f"{project.name('project')}.duckdb"
    return [tuple(row) for row in json.loads(project.run(python, "-c", code, database, sql))]


def check_tables(project: Project, python) -> None:
    table, key = project.name("table"), project.name("key")
    found = ask(project, python, "select placed_on, country, completed, revenue from main_marts.daily_revenue order by 1, 2")
    gold = [(day, country, int(completed), revenue) for day, country, completed, revenue in found]
    project.expect("daily_revenue", gold, expected_revenue(project.folder / "data", table, key))
    counts = f"select count(*), count(distinct {key}) from main_marts.fct_{table}"
    [(rows, keys)] = ask(project, python, counts)
    project.expect(f"keys in fct_{table}", rows, keys)
    rejected = ask(project, python, f"select reason from main_marts.rejected_{table} order by 1")
    project.expect("rejected", rejected, [("amount is negative",), ("status is unknown",)])


def change_customer(project: Project) -> None:
    """A customer moves who has bought nothing: the history has it, the revenue stays."""
    file = project.folder / "data/customers.csv"
    lines = file.read_text().splitlines()
    last = lines[-1].split(",")
    file.write_text("\n".join([*lines[:-1], ",".join([last[0], last[1], "moved"])]) + "\n")


def check_history(project: Project, python) -> None:
    sql = "select count(*), count(dbt_valid_to) from main_snapshots.customers_history"
    lines = (project.folder / "data/customers.csv").read_text().splitlines()
    project.expect("states of customers", ask(project, python, sql), [(str(len(lines)), "1")])


def elsewhere(project: Project) -> None:
    """Every adapter compiles the models, and a parser of its dialect reads what came out."""
    found = inside("dbt-warehouses", "dbt", {"folder": str(project.folder), "targets": TARGETS})
    for target in TARGETS:
        project.expect(f"{target}: models, tests and snapshots parsed", found[target]["failed"][:2], [])
        if found[target]["parsed"] < 20:
            raise Failed(f"{target}: only {found[target]['parsed']} files were compiled")
