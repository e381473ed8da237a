"""Runs the job `daily` for the days of the sample or for those named: what a backfill does, without a daemon."""

import sys

import dagster as dg
from orders_assets.definitions import DATABASE, defs
from orders_assets.warehouse import Warehouse

DAYS = ["2026-11-01", "2026-11-02", "2026-11-03"]

# Each step logs a dozen lines; what went wrong is enough here. `python3 run.py dagster dev` shows them all.
QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}

job = defs.resolve_job_def("daily")
with dg.DagsterInstance.get() as instance:
    for day in sys.argv[1:] or DAYS:
        result = job.execute_in_process(QUIET, partition_key=day, instance=instance, raise_on_error=False)
        checks = result.get_asset_check_evaluations()
        failed = sorted({one.check_name for one in checks if not one.passed})
        print(f"{day} {'ok' if result.success else 'FAILED'}, {len(checks)} checks, not passed: {failed or 'none'}", flush=True)
        if not result.success:
            sys.exit(1)

with Warehouse(database=DATABASE, source="").connection() as connection:
    connection.sql("from daily_revenue order by placed_on, country").show(max_rows=50)
