"""All that Dagster loads: assets, the job over them, its schedule, and where things are."""

import os

import dagster as dg
from dagster_dbt import DbtCliResource

from .models import ROOT, TARGET, models, project
from .raw import CUSTOMERS, ORDERS, raw_customers, raw_orders
from .report import revenue_report
from .warehouse import Warehouse

DATABASE = os.environ.get("ORDERS_ASSETS_DATABASE", str(ROOT / "orders_assets.duckdb"))
# dbt is started by Dagster, and reads it from there.
os.environ["ORDERS_ASSETS_DATABASE"] = DATABASE

here = [raw_orders, raw_customers, revenue_report]
# On a warehouse, something else fills the raw tables; their place in the graph stays.
elsewhere = [dg.AssetSpec(ORDERS, group_name="raw"), dg.AssetSpec(CUSTOMERS, group_name="raw")]

# One run a day takes its file in, checks it, builds the models and writes the report.
daily = dg.define_asset_job("daily")
schedule = (
    # Its partitions are those of the raw asset.
    dg.build_schedule_from_partitioned_job(daily, hour_of_day=2)
    if TARGET == "dev"
    else dg.ScheduleDefinition(job=daily, cron_schedule="0 2 * * *")
)

defs = dg.Definitions(
    assets=[models, *(here if TARGET == "dev" else elsewhere)],
    jobs=[daily],
    schedules=[schedule],
    resources={
        "warehouse": Warehouse(database=DATABASE, source=os.environ.get("ORDERS_ASSETS_SOURCE", str(ROOT / "data"))),
        "dbt": DbtCliResource(project_dir=project),
    },
    # One step after the other: DuckDB's file has one writer.
    executor=dg.in_process_executor,
)
