# ---
# prefix: airflow-operator-deferrable
# title: Operator that defers itself
# description: An operator that starts work elsewhere, waits for it in the triggerer, and goes on when it is done.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [RunRemoteJob, remote_job]
# verified: executed
# references:
#   - { name: "Airflow: deferrable operators and triggers", url: "https://airflow.apache.org/docs/apache-airflow/stable/authoring-and-scheduling/deferring.html", checked: 2026-11-22 }
# ---
# %% snippet
from datetime import timedelta
from typing import Any

import pendulum
from airflow.providers.standard.triggers.temporal import TimeDeltaTrigger
from airflow.sdk import BaseOperator, Context, dag


class RunRemoteJob(BaseOperator):
    template_fields = ("job",)

    def __init__(self, job: str, **kwargs) -> None:
        # Stores only: a DAG file is read every few seconds, execute runs once.
        super().__init__(**kwargs)
        self.job = job

    def execute(self, context: Context) -> None:
        self.log.info("starting %s", self.job)
        # A trigger of your own asks in async code, and lives in a module that the triggerer can import.
        self.defer(
            trigger=TimeDeltaTrigger(timedelta(seconds=1)),
            method_name="finish",
            timeout=timedelta(hours=1),
        )

    # Runs on any worker, as a new object: what execute has set on self is gone; the event carries the result.
    def finish(self, context: Context, event: Any = None) -> str:
        return f"{self.job} finished"


@dag(schedule=None, start_date=pendulum.datetime(2026, 1, 1, tz="UTC"))
def remote_job():
    RunRemoteJob(task_id="run", job="export-{{ dag.dag_id }}")


remote_job()
# %% check
run = remote_job().test()
assert run.get_task_instance("run").xcom_pull(task_ids="run") == "export-remote_job finished"
