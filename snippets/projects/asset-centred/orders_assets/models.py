"""dbt's models: each is an asset, each of its tests a check of that asset."""

import os
from pathlib import Path

import dagster as dg
from dagster_dbt import DbtCliResource, DbtProject, dbt_assets

ROOT = Path(__file__).resolve().parent.parent
TARGET = os.environ.get("WAREHOUSE_TARGET", "dev")

project = DbtProject(
    project_dir=ROOT / "transform",
    profiles_dir=ROOT / ("transform" if TARGET == "dev" else "deploy"),
    target=TARGET,
)
# `dagster dev` parses the project when it loads this file; elsewhere `dbt parse` has done it before.
project.prepare_if_dev()


# With AssetExecutionContext, dagster-dbt 0.29 runs into a deprecation of its own.
@dbt_assets(manifest=project.manifest_path)
def models(context: dg.OpExecutionContext, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()
