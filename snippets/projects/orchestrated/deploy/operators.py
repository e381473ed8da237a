"""The task `load` of dags/orders_load.py on services that have no spark-submit: take the one you need in its place.

The job and its arguments stay as they are. Copy jobs/load_orders.py to the bucket first; each operator waits without
holding a worker (deferrable), so that a triggerer must run.
"""

from airflow.providers.amazon.aws.operators.emr import EmrServerlessStartJobOperator
from airflow.providers.databricks.operators.databricks import DatabricksRunNowOperator
from airflow.providers.google.cloud.operators.dataproc import DataprocCreateBatchOperator

DAY = "{{ macros.ds_add(ds, -1) }}"


def on_emr_serverless(bucket: str, application_id: str, role: str) -> EmrServerlessStartJobOperator:
    """Amazon EMR Serverless, release emr-spark-8.2.0 or later; needs apache-airflow-providers-amazon."""
    return EmrServerlessStartJobOperator(
        task_id="load",
        application_id=application_id,
        execution_role_arn=role,
        name="orders-pipeline",
        job_driver={
            "sparkSubmit": {
                "entryPoint": f"s3://{bucket}/code/load_orders.py",
                "entryPointArguments": arguments(f"s3://{bucket}"),
            }
        },
        configuration_overrides={
            "monitoringConfiguration": {"s3MonitoringConfiguration": {"logUri": f"s3://{bucket}/logs/"}}
        },
        deferrable=True,
    )


def on_dataproc(bucket: str, project: str, region: str) -> DataprocCreateBatchOperator:
    """Google Cloud's Managed Service for Apache Spark (formerly Dataproc); needs apache-airflow-providers-google."""
    return DataprocCreateBatchOperator(
        task_id="load",
        project_id=project,
        region=region,
        # An id is used once: each try has its own.
        batch_id="orders-load-{{ ds_nodash }}-{{ ti.try_number }}",
        batch={
            "pyspark_batch": {
                "main_python_file_uri": f"gs://{bucket}/code/load_orders.py",
                "args": arguments(f"gs://{bucket}"),
            },
            "runtime_config": {"version": "3.0"},
        },
        deferrable=True,
    )


def on_databricks() -> DatabricksRunNowOperator:
    """The job of deploy/databricks.yml, deployed as a bundle; needs apache-airflow-providers-databricks."""
    return DatabricksRunNowOperator(
        task_id="load", job_name="orders_pipeline", job_parameters={"day": DAY}, deferrable=True
    )


def arguments(storage: str) -> list[str]:
    return ["--source", f"{storage}/source", "--lake", f"{storage}/lake", "--day", DAY]
