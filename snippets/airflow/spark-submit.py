# ---
# prefix: airflow-spark-submit
# title: Run a Spark job
# description: Submits a PySpark application to the cluster that a connection names, with packages and resources.
# needs: [apache-airflow 3.3, apache-airflow-providers-apache-spark 6.3]
# placeholders: [spark_default, jobs/orders.py]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; the sample project runs this operator with a real spark-submit.
# ---
# %% snippet
import pendulum
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def spark_job():
    SparkSubmitOperator(
        task_id="load_orders",
        # Names the master; the machine of the worker needs Java and spark-submit on its path.
        conn_id="spark_default",
        application="jobs/orders.py",
        application_args=["--day", "{{ ds }}"],
        packages="io.delta:delta-spark_4.2_2.13:4.4.0",
        executor_memory="4g",
        executor_cores=2,
        num_executors=4,
    )


spark_job()
# %% check
assert spark_job().get_task("load_orders").application_args == ["--day", "{{ ds }}"]
