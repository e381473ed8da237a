# ---
# prefix: airflow-task-group
# title: Group of tasks
# description: Puts tasks that belong together under one name, and repeats the group for each table.
# needs: [apache-airflow 3.3]
# placeholders: [refresh_tables]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import dag, task, task_group


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def refresh_tables():
    @task
    def publish() -> str:
        return "published"

    @task_group
    def refresh(table: str):
        @task
        def load(table: str) -> str:
            return f"staging.{table}"

        @task
        def check(staged: str) -> str:
            return staged

        check(load(table))

    # The group is mapped as a whole: each table goes on without waiting for the others.
    refresh.expand(table=["orders", "customers"]) >> publish()


refresh_tables()
# %% check
run = refresh_tables().test()
assert run.state == "success"
ids = sorted(t.task_id for t in run.get_task_instances())
assert ids == ["publish", "refresh.check", "refresh.check", "refresh.load", "refresh.load"]
