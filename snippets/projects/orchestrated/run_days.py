"""Runs both DAGs in this process, for the days of the sample or for those named: what a scheduler does, without one."""

import sys
from datetime import timedelta
from pathlib import Path

import pendulum

sys.path.insert(0, str(Path(__file__).resolve().parent / "dags"))
from orders_load import orders_load_dag
from orders_marts import orders_marts_dag

DAYS = ["2026-11-01", "2026-11-02", "2026-11-03"]


def run(dag, **arguments) -> None:
    result = dag.test(**arguments)
    print(f"{dag.dag_id} {result.logical_date or ''} {result.state}", flush=True)
    if result.state != "success":
        sys.exit(1)


for day in sys.argv[1:] or DAYS:
    # A run has the date on which its day is over, as the scheduler gives it.
    run(orders_load_dag, logical_date=pendulum.parse(day, tz="UTC") + timedelta(days=1))
run(orders_marts_dag)
