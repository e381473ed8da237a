# ---
# prefix: airflow-sensor
# title: Wait for a condition
# description: Looks at intervals whether something is there, without holding a worker in between, and hands on what it found.
# needs: [apache-airflow 3.3]
# placeholders: [wait_for_export, file_arrived]
# verified: executed
# ---
# %% snippet
from pathlib import Path

import pendulum
from airflow.sdk import PokeReturnValue, dag, task


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def wait_for_export():
    # mode="poke" would keep the worker's place; soft_fail=True would skip instead of fail at the timeout.
    @task.sensor(poke_interval=60, timeout=3600, mode="reschedule")
    def file_arrived() -> PokeReturnValue:
        found = Path("/etc/hostname")
        return PokeReturnValue(is_done=found.exists(), xcom_value=str(found))

    @task
    def load(path: str) -> str:
        return path

    load(file_arrived())


wait_for_export()
# %% check
run = wait_for_export().test()
assert run.get_task_instance("load").xcom_pull(task_ids="load") == "/etc/hostname"
