# ---
# prefix: airflow-databricks
# title: Run a Databricks job
# description: Starts a job that a bundle has deployed, with the run's date as parameter, and waits in the triggerer.
# needs: [apache-airflow 3.3, apache-airflow-providers-databricks 7.23]
# placeholders: [databricks_default, orders]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; running it needs a workspace.
# ---
# %% snippet
import pendulum
from airflow.providers.databricks.operators.databricks import DatabricksRunNowOperator
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def databricks_job():
    DatabricksRunNowOperator(
        task_id="run_job",
        databricks_conn_id="databricks_default",
        job_name="orders",
        job_parameters={"day": "{{ ds }}"},
        # Makes a retry find the run that it started instead of starting another.
        idempotency_token="{{ run_id }}",
        deferrable=True,
    )


databricks_job()
# %% check
assert databricks_job().get_task("run_job").job_parameters == {"day": "{{ ds }}"}
