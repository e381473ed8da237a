"""Checks examples of warehouses' adapters: dbt parses them in a project of that warehouse, without connecting to it.

A key of a model's config must then be one that the adapter declares, with a value that it accepts; a profile is read by
the adapter's own credentials. Columns, SQL and the account are not there to be asked.
"""

import json
import os
import shutil
from pathlib import Path
from textwrap import indent

import yaml
from drive import Failed, drive
from run_dbt import Project

PROFILES = {
    "snowflake": {"account": "a", "user": "u", "password": "p", "database": "d", "schema": "s", "warehouse": "w"},
    "bigquery": {"method": "oauth", "project": "p", "dataset": "d"},
    "redshift": {"host": "h", "user": "u", "password": "p", "port": 5439, "dbname": "d", "schema": "s"},
    "postgres": {"host": "h", "user": "u", "password": "p", "port": 5432, "dbname": "d", "schema": "s"},
}


def check(case):
    adapter, kind, name = case["key"].split(".")
    code = case["example"]["code"].strip()
    project = Path(os.environ["ENGINES_WORK"], "project")
    shutil.rmtree(project, ignore_errors=True)
    (project / "models").mkdir(parents=True)
    os.chdir(project)
    profile = PROFILES[adapter]
    if kind == "profile":
        given = yaml.safe_load(code)
        # one way to sign in, not two
        profile = {key: value for key, value in profile.items() if key != "password"} | given
    outputs = {"dev": {"type": adapter} | profile}
    Path("profiles.yml").write_text(yaml.safe_dump({"ex": {"target": "dev", "outputs": outputs}}))
    Path("dbt_project.yml").write_text("name: ex\nprofile: ex\n")
    is_yaml = case.get("language") == "yaml" and kind == "config"
    Path("models/ex.sql").write_text(("" if is_yaml or kind == "profile" else code + "\n") + "select 1 as id\n")
    if is_yaml:
        Path("models/ex.yml").write_text("models:\n  - name: ex\n" + indent(code, "    ") + "\n")
    parse()
    if kind == "config":
        accept(adapter, name)
    return {"how": "parsed"}


def parse():
    watch = []
    success, why = Project(None, watch).dbt("dbt parse")
    if not success or watch:
        raise Failed(why or "deprecated: " + " ".join(watch))


def accept(adapter, name):
    """The adapter's own class of configs reads the value that dbt has put in the manifest."""
    from dbt.adapters.factory import get_adapter_class_by_name

    config = json.loads(Path("target/manifest.json").read_text())["nodes"]["model.ex.ex"]["config"]
    declared = get_adapter_class_by_name(adapter).AdapterSpecificConfigs
    if name not in declared.__dataclass_fields__ or config.get(name) is None:
        raise Failed(f"the adapter declares no {name}, or the example does not set it")
    declared.validate(config)
    declared.from_dict(config)
    if adapter == "bigquery" and name == "partition_by":
        from dbt.adapters.bigquery.impl import PartitionConfig

        PartitionConfig.parse(config[name])


def main():
    from importlib.metadata import version

    os.environ.update(DBT_PROFILES_DIR=".", SNOWFLAKE_KEY_PATH="key.p8")
    drive(check, ", ".join(f"dbt-{name} {version(f'dbt-{name}')}" for name in PROFILES))


if __name__ == "__main__":
    main()
