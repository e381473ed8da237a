# ---
# prefix: airflow-trigger-dag
# title: Start another DAG
# description: Starts a run of another DAG with its own parameters, waiting in the triggerer until it has finished.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: []
# verified: imported
# verifiedNote: The DAG is parsed; the started run needs a scheduler.
# ---
# %% snippet
import pendulum
from airflow.providers.standard.operators.trigger_dagrun import TriggerDagRunOperator
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def parent():
    TriggerDagRunOperator(
        task_id="run_child",
        trigger_dag_id="child",
        # A fixed id makes a retry find the run that is there instead of starting a second one.
        trigger_run_id="from_parent__{{ run_id }}",
        conf={"day": "{{ ds }}"},
        skip_when_already_exists=True,
        wait_for_completion=True,
        deferrable=True,
    )


parent()
# %% check
assert parent().get_task("run_child").conf == {"day": "{{ ds }}"}
