"""Every night: orders into the lake with Spark, a gate, then the marts with dbt."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pendulum
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import Asset, dag, task

HOME = Path(os.environ.get("ORDERS_HOME", Path(__file__).resolve().parent.parent))
LAKE = os.environ.get("ORDERS_LAKE", str(HOME / "lake"))

silver_orders = Asset("orders_silver", uri=f"file://{LAKE}/silver/orders")
daily_revenue = Asset("daily_revenue")


@dag(
    schedule="0 3 * * *",
    start_date=pendulum.datetime(2026, 11, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
    tags=["orders"],
    doc_md=__doc__,
)
def orders():
    load = SparkSubmitOperator(
        task_id="load_orders",
        conn_id="spark_default",
        application=str(HOME / "jobs" / "orders.py"),
        application_args=["--data", str(HOME / "data"), "--lake", LAKE],
        packages="io.delta:delta-spark_4.2_2.13:4.4.0",
        outlets=[silver_orders],
    )

    @task(retries=0)
    def gate(most_quarantined: float = 0.1) -> dict[str, int]:
        """Stops the run before bad rows reach the marts: a retry would not mend them."""
        metrics = next(Path(LAKE, "metrics", "orders").glob("part-*.json"))
        counts = json.loads(metrics.read_text())
        share = counts["quarantined"] / max(1, counts["orders"] + counts["quarantined"])
        if share > most_quarantined:
            raise ValueError(f"{share:.0%} of the orders are invalid: see {LAKE}/quarantine/orders")
        return counts

    build = BashOperator(
        task_id="build_marts",
        bash_command="dbt build",
        cwd=str(HOME / "dbt"),
        append_env=True,
        env={"ORDERS_LAKE": LAKE},
        outlets=[daily_revenue],
    )

    load >> gate() >> build


orders()
