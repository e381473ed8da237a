# ---
# prefix: airflow-s3-redshift
# title: From S3 into Redshift
# description: Waits for a file in S3 and copies it into a Redshift table with COPY, over the Data API.
# needs: [apache-airflow 3.3, apache-airflow-providers-amazon 9.39]
# placeholders: [my-bucket, analytics]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; running it needs an account.
# ---
# %% snippet
import pendulum
from airflow.providers.amazon.aws.operators.redshift_data import RedshiftDataOperator
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def redshift_load():
    arrived = S3KeySensor(
        task_id="export_arrived",
        bucket_key="s3://my-bucket/orders/{{ ds }}/_SUCCESS",
        deferrable=True,
        timeout=6 * 3600,
    )
    copy = RedshiftDataOperator(
        task_id="copy_day",
        database="analytics",
        workgroup_name="analytics",
        # Several statements are one transaction.
        sql=[
            "DELETE FROM raw.orders WHERE ordered_on = '{{ ds }}'",
            "COPY raw.orders FROM 's3://my-bucket/orders/{{ ds }}/' IAM_ROLE default FORMAT AS PARQUET",
        ],
        deferrable=True,
    )
    arrived >> copy


redshift_load()
# %% check
assert len(redshift_load().get_task("copy_day").sql) == 2
