# ---
# prefix: dagster-dbt
# title: dbt models as assets
# description: Loads every model of a dbt project as an asset with its tests as checks, and builds them with dbt.
# needs: [dagster 1.13, dagster-dbt 0.29, dbt-duckdb 1.11]
# placeholders: [analytics]
# verified: executed
# references:
#   - { name: "Dagster: dbt integration", url: "https://docs.dagster.io/integrations/libraries/dbt/reference", checked: 2026-11-22 }
# ---
# %% setup
import os
from pathlib import Path

os.environ["DAGSTER_IS_DEV_CLI"] = "1"  # as `dagster dev` sets it

for name, text in {
    "dbt_project.yml": "name: shop\nprofile: shop\n",
    "profiles.yml": "shop:\n  target: dev\n  outputs:\n    dev: { type: duckdb, path: shop.duckdb }\n",
    "models/orders.sql": "select 1 as order_id, 9.5 as amount",
    "models/revenue.sql": "select sum(amount) as revenue from {{ ref('orders') }}",
    "models/models.yml": "models:\n  - name: orders\n    columns:\n      - name: order_id\n        data_tests: [unique]\n",
}.items():
    file = Path("analytics", name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
# %% snippet
from pathlib import Path

import dagster as dg
from dagster_dbt import DbtCliResource, DbtProject, dbt_assets

project = DbtProject(project_dir=Path("analytics"))
# Parses in development; a build of the package does it with `dagster-dbt project prepare-and-package`.
project.prepare_if_dev()


# With AssetExecutionContext, dagster-dbt 0.29 trips over a deprecation of its own.
@dbt_assets(manifest=project.manifest_path)
def shop_models(context: dg.OpExecutionContext, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()


defs = dg.Definitions(assets=[shop_models], resources={"dbt": DbtCliResource(project_dir=project)})
# %% check
result = dg.materialize([shop_models], resources={"dbt": DbtCliResource(project_dir=project)})
assert result.success
made = {event.asset_key.to_user_string() for event in result.get_asset_materialization_events()}
assert made == {"orders", "revenue"}, made
assert [check.passed for check in result.get_asset_check_evaluations()] == [True]
