# ---
# prefix: airflow-xcom-multiple
# title: Return several values
# description: Returns a dictionary whose values other tasks take one by one.
# needs: [apache-airflow 3.3]
# placeholders: [split_result]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import dag, task


@dag(schedule=None, start_date=pendulum.datetime(2026, 1, 1, tz="UTC"))
def split_result():
    # With a TypedDict or dict annotation, each key becomes a value of its own.
    @task(multiple_outputs=True)
    def measure() -> dict[str, int]:
        return {"rows": 120, "invalid": 3}

    @task
    def gate(rows: int, invalid: int) -> float:
        return invalid / rows

    measured = measure()
    gate(measured["rows"], measured["invalid"])


split_result()
# %% check
run = split_result().test()
assert run.get_task_instance("gate").xcom_pull(task_ids="gate") == 0.025
