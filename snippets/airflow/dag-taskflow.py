# ---
# prefix: airflow-dag-taskflow
# title: DAG of Python functions
# description: A daily DAG written with decorators; what a function returns is handed to the next one.
# needs: [apache-airflow 3.3]
# placeholders: [daily_orders, "\"@daily\""]
# verified: executed
# ---
# %% snippet
from datetime import timedelta

import pendulum
from airflow.sdk import dag, task


@dag(
    schedule="@daily",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
    tags=["orders"],
)
def daily_orders():
    @task
    def extract() -> list[dict]:
        return [{"order_id": 1, "amount": 9.5}, {"order_id": 2, "amount": 4.5}]

    @task
    def total(orders: list[dict]) -> float:
        return sum(order["amount"] for order in orders)

    # What is handed over goes through the metadata database: pass paths or keys, not data.
    total(extract())


daily_orders()
# %% check
run = daily_orders().test()
assert run.state == "success"
assert run.get_task_instance("total").xcom_pull(task_ids="total") == 14.0
