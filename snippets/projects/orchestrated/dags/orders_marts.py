"""Whenever days of orders have arrived: the dbt models, for those days alone, then a look at the result."""

import json
from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import dag, task
from shared import HOME, LAKE, MARTS, ORDERS


def days_of(arrived) -> list[str]:
    """The days whose arrival started this run: several, when they came while another run was busy."""
    return sorted({event.extra["day"] for found in arrived.values() for event in found if "day" in event.extra})


@dag(
    schedule=[ORDERS],
    start_date=pendulum.datetime(2026, 11, 1, tz="UTC"),
    catchup=False,
    # One at a time: DuckDB's file has one writer.
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=1)},
    tags=["orders"],
    doc_md=__doc__,
)
def orders_marts():
    @task
    def variables(triggering_asset_events=None) -> str:
        """dbt's variables as JSON. A run that somebody started by hand has no days: it builds everything."""
        return json.dumps({"days": days_of(triggering_asset_events or {})})

    BashOperator(
        task_id="build",
        # dbt stands in an environment of its own, which is on the path.
        bash_command='dbt build --vars "$DBT_VARS"',
        cwd=f"{HOME}/transform",
        append_env=True,
        env={"ORDERS_PIPELINE_LAKE": LAKE, "DBT_VARS": variables()},
        outlets=[MARTS],
        execution_timeout=timedelta(minutes=30),
    )


orders_marts_dag = orders_marts()
