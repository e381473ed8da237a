# ---
# prefix: airflow-approval
# title: Wait for a person's approval
# description: Asks in the UI whether the run may go on, and skips the rest when it is refused or nobody answers.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [publish_after_approval]
# verified: imported
# verifiedNote: The DAG is parsed; an answer needs the UI.
# references:
#   - { name: "Airflow: deferrable operators and triggers", url: "https://airflow.apache.org/docs/apache-airflow/stable/authoring-and-scheduling/deferring.html", checked: 2026-11-22 }
# ---
# %% snippet
from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import dag, task


@dag(schedule="@weekly", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def publish_after_approval():
    approve = ApprovalOperator(
        task_id="approve",
        subject="Publish the figures of {{ ds }}?",
        body="The quality report lies in the lake.",
        response_timeout=timedelta(hours=12),
        defaults="Reject",
    )

    @task
    def publish(): ...

    approve >> publish()


publish_after_approval()
# %% check
assert publish_after_approval().get_task("approve").options == ["Approve", "Reject"]
