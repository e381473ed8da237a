# ---
# prefix: airflow-dbt-cloud
# title: Run a job of the dbt platform
# description: Starts a job of the dbt platform, waits for it in the triggerer and takes a retry up where it failed.
# needs: [apache-airflow 3.3, apache-airflow-providers-dbt-cloud 4.11]
# placeholders: [dbt_cloud_default, "12345"]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; running it needs an account.
# ---
# %% snippet
import pendulum
from airflow.providers.dbt.cloud.operators.dbt import DbtCloudRunJobOperator
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def dbt_platform_job():
    DbtCloudRunJobOperator(
        task_id="run_job",
        dbt_cloud_conn_id="dbt_cloud_default",
        job_id=12345,
        retry_from_failure=True,
        timeout=3 * 3600,
        deferrable=True,
    )


dbt_platform_job()
# %% check
assert dbt_platform_job().get_task("run_job").job_id == 12345
