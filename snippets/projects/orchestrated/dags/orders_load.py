"""Each day: the file of the day before into the lake with Spark, then a gate. What passes it is announced as an asset."""

import json
from datetime import timedelta

import pendulum
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import Metadata, ObjectStoragePath, dag, task
from airflow.sdk.exceptions import AirflowFailException
from shared import JOB, LAKE, ORDERS, SOURCE

# A run at midnight takes the day that has ended. Always from the run's own date, never from now(): a retry or a backfill
# does what the first run would have done.
DAY = "{{ macros.ds_add(ds, -1) }}"


def judge(counts: dict[str, int], most_rejected: float) -> None:
    """Raises when too much of a day is wrong. Trying again would not mend it, so it fails without retry."""
    if counts["delivered"] == 0:
        raise AirflowFailException("the day's file holds no row")
    share = counts["rejected"] / counts["delivered"]
    if share > most_rejected:
        raise AirflowFailException(f"{share:.0%} of the rows were rejected, at most {most_rejected:.0%} may be")


@dag(
    schedule="@daily",
    start_date=pendulum.datetime(2026, 11, 2, tz="UTC"),
    # Days that were missed are made by a backfill, when somebody asks for them.
    catchup=False,
    max_active_runs=2,
    dagrun_timeout=timedelta(hours=2),
    default_args={
        "retries": 3,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=15),
    },
    tags=["orders"],
    doc_md=__doc__,
)
def orders_load():
    load = SparkSubmitOperator(
        task_id="load",
        # The connection says where: one machine, YARN, Kubernetes. See deploy/connections; for services of a cloud,
        # deploy/operators.py has this task with their operators.
        conn_id="spark_default",
        application=JOB,
        application_args=["--source", SOURCE, "--lake", LAKE, "--day", DAY],
        execution_timeout=timedelta(hours=1),
    )

    @task(outlets=[ORDERS])
    def gate(day: str, most_rejected: float = 0.2):
        """Lets a day through, or stops it. Only this task updates the asset."""
        [part] = list(ObjectStoragePath(f"{LAKE}/metrics/day={day}").glob("part-*.json"))
        counts = json.loads(part.read_text())
        judge(counts, most_rejected)
        yield Metadata(ORDERS, extra={"day": day, **counts})

    load >> gate(DAY)


orders_load_dag = orders_load()
