# ---
# prefix: airflow-connections
# title: Connections and variables
# description: Takes credentials from a connection and settings from a variable when the task runs, not while parsing.
# needs: [apache-airflow 3.3]
# placeholders: [use_connection, shop_api, page_size]
# verified: executed
# ---
# %% setup
import os

os.environ["AIRFLOW_CONN_SHOP_API"] = '{"conn_type": "http", "host": "https://shop.example.com", "password": "secret"}'
os.environ["AIRFLOW_VAR_PAGE_SIZE"] = "50"
# %% snippet
import pendulum
from airflow.sdk import Connection, Variable, dag, task


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def use_connection():
    @task
    def fetch() -> str:
        # At the top of the file this would ask the database each time the file is parsed.
        api = Connection.get("shop_api")
        size = int(Variable.get("page_size", default=100))
        return f"{api.host}/orders?size={size}"

    fetch()


use_connection()
# %% check
run = use_connection().test()
assert run.get_task_instance("fetch").xcom_pull(task_ids="fetch") == "https://shop.example.com/orders?size=50"
