# ---
# prefix: airflow-bigquery
# title: Query and load on BigQuery
# description: Loads files from Cloud Storage into a day's partition and runs a query, both deferrable.
# needs: [apache-airflow 3.3, apache-airflow-providers-google 22.8]
# placeholders: [my-project, my-bucket, EU]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; running it needs a project.
# ---
# %% snippet
import pendulum
from airflow.providers.google.cloud.operators.bigquery import BigQueryInsertJobOperator
from airflow.providers.google.cloud.transfers.gcs_to_bigquery import GCSToBigQueryOperator
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def bigquery_load():
    load = GCSToBigQueryOperator(
        task_id="load_day",
        bucket="my-bucket",
        source_objects=["orders/{{ ds }}/*.parquet"],
        # The suffix after $ names one partition, which WRITE_TRUNCATE replaces.
        destination_project_dataset_table="my-project.raw.orders${{ ds_nodash }}",
        source_format="PARQUET",
        write_disposition="WRITE_TRUNCATE",
        deferrable=True,
    )
    transform = BigQueryInsertJobOperator(
        task_id="transform",
        project_id="my-project",
        location="EU",
        configuration={"query": {"query": "CALL analytics.refresh_orders('{{ ds }}')", "useLegacySql": False}},
        deferrable=True,
    )
    load >> transform


bigquery_load()
# %% check
assert bigquery_load().get_task("transform").downstream_task_ids == set()
assert bigquery_load().get_task("load_day").downstream_task_ids == {"transform"}
