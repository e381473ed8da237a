# ---
# prefix: airflow-dag-factory
# title: One DAG for each entry of a file
# description: Makes similar DAGs from configuration that lies beside the code, without asking anything while parsing.
# needs: [apache-airflow 3.3]
# placeholders: [SOURCES]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import DAG, dag, task

# From a file in the repository; a database or API here would be asked at every parse.
SOURCES = {"orders": "@hourly", "customers": "@daily"}


def make_dag(source: str, schedule: str) -> DAG:
    @dag(
        dag_id=f"load_{source}",
        schedule=schedule,
        start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
        catchup=False,
        tags=["generated"],
    )
    def load():
        @task
        def copy(name: str) -> str:
            return f"raw.{name}"

        copy(source)

    return load()


for source, schedule in SOURCES.items():
    make_dag(source, schedule)
# %% check
run = make_dag("orders", "@hourly").test()
assert run.get_task_instance("copy").xcom_pull(task_ids="copy") == "raw.orders"
