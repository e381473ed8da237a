# ---
# prefix: airflow-external-python
# title: Task in a Python environment of its own
# description: Runs a function with another interpreter, whose packages need not fit Airflow's.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [other_environment, PIPELINE_PYTHON]
# verified: executed
# ---
# %% setup
import os
import sys

os.environ["PIPELINE_PYTHON"] = sys.executable
# %% snippet
import os

import pendulum
from airflow.sdk import dag, task


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def other_environment():
    @task.external_python(python=os.environ["PIPELINE_PYTHON"], expect_airflow=False)
    def transform(rows: list[int]) -> int:
        # Only this body is sent over: imports stand inside, and names from outside do not exist.
        import statistics

        return statistics.median(rows)

    transform([3, 1, 2])


other_environment()
# %% check
run = other_environment().test()
assert run.get_task_instance("transform").xcom_pull(task_ids="transform") == 2
