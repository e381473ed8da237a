# ---
# prefix: airflow-asset-partitions
# title: Partitioned assets
# description: Hourly runs write one partition each; a daily DAG runs for a day once its partitions were updated.
# needs: [apache-airflow 3.3]
# placeholders: [hourly_orders, daily_orders]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import (
    Asset,
    CronPartitionTimetable,
    DayWindow,
    PartitionedAssetTimetable,
    RollupMapper,
    StartOfDayMapper,
    dag,
    task,
)

orders = Asset("orders")


@dag(
    schedule=CronPartitionTimetable("0 * * * *", timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
)
def hourly_orders():
    @task(outlets=[orders])
    def load(dag_run=None) -> str | None:
        # A key like 2026-11-01T08:00:00, and the place to write to.
        return dag_run.partition_key

    load()


@dag(
    schedule=PartitionedAssetTimetable(
        assets=orders,
        # Waits until each hour of the day has been written; without the rollup, every hour would start a run.
        default_partition_mapper=RollupMapper(upstream_mapper=StartOfDayMapper(), window=DayWindow()),
    ),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
)
def daily_orders():
    @task
    def summarise(dag_run=None) -> str | None:
        return dag_run.partition_key

    summarise()


hourly_orders()
daily_orders()
# %% check
assert hourly_orders().test().state == "success"
from airflow.dag_processing.dagbag import DagBag

timetable = DagBag().dags["daily_orders"].timetable
assert type(timetable.default_partition_mapper.window).__name__ == "DayWindow"
