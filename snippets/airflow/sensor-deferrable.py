# ---
# prefix: airflow-sensor-deferrable
# title: Wait in the triggerer
# description: A deferrable sensor gives its worker back and waits in the triggerer, where thousands of waits cost little.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [wait_for_file, /tmp/exports/_SUCCESS]
# verified: executed
# references:
#   - { name: "Airflow: deferrable operators and triggers", url: "https://airflow.apache.org/docs/apache-airflow/stable/authoring-and-scheduling/deferring.html", checked: 2026-11-22 }
# ---
# %% setup
import os

os.environ["AIRFLOW_CONN_FS_DEFAULT"] = '{"conn_type": "fs"}'
os.makedirs("/tmp/exports", exist_ok=True)
open("/tmp/exports/_SUCCESS", "w").close()
# %% snippet
import pendulum
from airflow.providers.standard.sensors.filesystem import FileSensor
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def wait_for_file():
    FileSensor(
        task_id="export_arrived",
        filepath="/tmp/exports/_SUCCESS",
        deferrable=True,
        poke_interval=30,
        timeout=6 * 3600,
    )


wait_for_file()
# %% check
run = wait_for_file().test()
assert run.state == "success"
