# ---
# prefix: airflow-deadline
# title: Alert when a run is late
# description: Calls a function when a run has not finished within a time after it was queued, while it still runs.
# needs: [apache-airflow 3.3]
# placeholders: [nightly_report, run_is_late, minutes=45]
# verified: imported
# verifiedNote: The DAG is parsed and serialized; dag.test() of Airflow 3.3.2 cannot run a DAG with a deadline.
# references:
#   - { name: "Airflow: deadline alerts", url: "https://airflow.apache.org/docs/apache-airflow/stable/howto/deadline-alerts.html", checked: 2026-11-22 }
# ---
# %% snippet
from datetime import timedelta

import pendulum
from airflow.sdk import AsyncCallback, DeadlineAlert, DeadlineReference, dag, task


# Runs in the triggerer, which has to be able to import it: put it into a module, not into the DAG file.
async def run_is_late(text: str) -> None:
    print(text)


@dag(
    schedule="@daily",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    deadline=DeadlineAlert(
        reference=DeadlineReference.DAGRUN_QUEUED_AT,
        interval=timedelta(minutes=45),
        callback=AsyncCallback(run_is_late, kwargs={"text": "nightly_report is late"}),
    ),
)
def nightly_report():
    @task
    def build() -> str:
        return "built"

    build()


nightly_report()
# %% check
from airflow.dag_processing.dagbag import DagBag

(deadline,) = DagBag().dags["nightly_report"].deadline
assert deadline.interval == timedelta(minutes=45)
