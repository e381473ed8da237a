# ---
# prefix: airflow-short-circuit
# title: Stop when there is nothing to do
# description: Skips everything after a task when its condition is not met, and ends the run as a success.
# needs: [apache-airflow 3.3]
# placeholders: [load_when_new, has_new_files]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import dag, task


@dag(schedule="@hourly", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def load_when_new():
    @task.short_circuit
    def has_new_files() -> bool:
        return False

    @task
    def load(): ...

    has_new_files() >> load()


load_when_new()
# %% check
run = load_when_new().test()
assert run.state == "success"
assert {t.task_id: t.state for t in run.get_task_instances()} == {"has_new_files": "success", "load": "skipped"}
