# ---
# prefix: airflow-backfill-safe
# title: Task that can be run again for any day
# description: Works on the run's own interval and overwrites its own partition, so that retries and backfills are safe.
# needs: [apache-airflow 3.3]
# placeholders: [load_day, /tmp/orders]
# verified: executed
# ---
# %% snippet
from pathlib import Path

import pendulum
from airflow.sdk import CronDataIntervalTimetable, dag, task


# A plain cron string gives runs without an interval before them: this timetable gives each run the day that has ended.
# Backfill: airflow backfill create --dag-id load_day --from-date 2026-11-01 --to-date 2026-11-07
@dag(
    schedule=CronDataIntervalTimetable("0 0 * * *", timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=3,
)
def load_day():
    @task
    def load(data_interval_start=None, data_interval_end=None) -> str:
        # Never now(): a run of last week must do what it would have done last week.
        query = f"ordered_at >= '{data_interval_start}' AND ordered_at < '{data_interval_end}'"
        partition = Path("/tmp/orders") / f"day={data_interval_start:%Y-%m-%d}"
        partition.mkdir(parents=True, exist_ok=True)
        (partition / "part-0.txt").write_text(query)
        return str(partition)

    load()


load_day()
# %% check
run = load_day().test(logical_date=pendulum.datetime(2026, 11, 1, tz="UTC"))
again = load_day().test(logical_date=pendulum.datetime(2026, 11, 1, tz="UTC"))
assert again.get_task_instance("load").xcom_pull(task_ids="load") == "/tmp/orders/day=2026-10-31"
assert [p.name for p in Path("/tmp/orders/day=2026-10-31").iterdir()] == ["part-0.txt"]
