# ---
# prefix: airflow-latest-only
# title: Only for the newest run
# description: Skips what must not happen in a backfill, like sending a report, in all runs but the newest.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [load_and_report]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.providers.standard.operators.latest_only import LatestOnlyOperator
from airflow.sdk import CronDataIntervalTimetable, dag, task


@dag(
    schedule=CronDataIntervalTimetable("@daily", timezone="UTC"),
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=True,
)
def load_and_report():
    @task
    def load(): ...

    @task
    def send_report(): ...

    load() >> LatestOnlyOperator(task_id="latest_only") >> send_report()


load_and_report()
# %% check
run = load_and_report().test(logical_date=pendulum.datetime(2026, 2, 1, tz="UTC"))
states = {t.task_id: t.state for t in run.get_task_instances()}
assert states["load"] == "success", states
