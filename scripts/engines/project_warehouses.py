"""Compiles a dbt project for warehouses that are not there, and parses the outcome in each dialect.

The adapters are the real ones; what they would ask the warehouse for is answered here: every table is there.
"""

import os
from pathlib import Path
from unittest.mock import MagicMock

SECRETS = [
    "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DATABASE", "SNOWFLAKE_ACCOUNT", "SNOWFLAKE_USER",
    "SNOWFLAKE_PRIVATE_KEY_PATH", "SNOWFLAKE_ROLE", "SNOWFLAKE_WAREHOUSE", "SNOWFLAKE_DATABASE", "GOOGLE_CLOUD_PROJECT",
    "REDSHIFT_CLUSTER_ID", "REDSHIFT_USER", "REDSHIFT_DATABASE", "DATABRICKS_HOST", "DATABRICKS_HTTP_PATH",
    "DATABRICKS_TOKEN", "DATABRICKS_CATALOG",
]


# What the parser takes for an unknown command, though the warehouse knows it.
UNKNOWN_TO_PARSER = {"bigquery": "with partition columns"}


def compile_for(folder: str, targets: list[str], profiles: str = "deploy") -> dict:
    os.chdir(folder)
    os.environ.update({name: "given" for name in SECRETS})
    os.environ["REDSHIFT_HOST"] = "given.eu-west-1.redshift.amazonaws.com"
    stand_in(targets)
    return {target: compile_one(target, profiles) for target in targets}


def stand_in(targets: list[str]) -> None:
    import importlib

    from dbt.adapters.base import BaseAdapter

    for target in targets:
        importlib.import_module(f"dbt.adapters.{target}")
    replace_get_relation(BaseAdapter)
    import dbt.adapters.bigquery.connections
    from dbt.adapters.databricks.impl import DatabricksAdapter

    dbt.adapters.bigquery.connections.create_bigquery_client = MagicMock()
    DatabricksAdapter.has_dbr_capability = lambda self, name: True


def replace_get_relation(adapter: type) -> None:
    def get_relation(self, database, schema, identifier, **_):
        return self.Relation.create(database=database, schema=schema, identifier=identifier, type="table")

    if "get_relation" in vars(adapter):
        adapter.get_relation = get_relation
    for below in adapter.__subclasses__():
        replace_get_relation(below)


def compile_one(target: str, profiles: str) -> dict:
    from dbt.cli.main import dbtRunner

    problems = []

    def listen(event) -> None:
        if "deprecat" in f"{event.info.name} {event.info.msg}".lower():
            problems.append(event.info.msg)

    out = Path("target", f"for-{target}")
    result = dbtRunner(callbacks=[listen]).invoke([
        "--quiet", "--show-all-deprecations", "compile", "--profiles-dir", profiles, "--target", target,
        "--no-populate-cache", "--no-introspect", "--no-partial-parse", "--target-path", str(out),
    ])
    if not result.success:
        problems.append(str(result.exception or [one.message for one in result.result]))
    files = [*out.glob("compiled/**/*.sql"), *Path(profiles).glob(f"load/{target}.sql")]
    return {"parsed": len(files), "failed": [*problems, *filter(None, (parse(file, target) for file in files))]}


def parse(file: Path, dialect: str) -> str | None:
    import sqlglot
    from sqlglot.errors import SqlglotError

    # psql's own commands start with a backslash.
    text = "\n".join(line for line in file.read_text().splitlines() if not line.startswith("\\"))
    try:
        commands = [
            one
            for one in sqlglot.parse(text, read=dialect)
            if isinstance(one, sqlglot.exp.Command) and UNKNOWN_TO_PARSER.get(dialect, "\0") not in one.sql()
        ]
    except SqlglotError as error:
        return f"{file}: {error}"
    return f"{file}: not understood: {commands[0].sql()[:80]}" if commands else None
