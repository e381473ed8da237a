# ---
# prefix: airflow-asset-schedule
# title: Run when data is there
# description: One DAG updates an asset and says what it wrote; another runs when the asset was updated and reads that.
# needs: [apache-airflow 3.3]
# placeholders: [orders_table, load_orders, report_orders]
# verified: executed
# references:
#   - { name: "Airflow: asset-aware scheduling", url: "https://airflow.apache.org/docs/apache-airflow/3.1.0/authoring-and-scheduling/asset-scheduling.html", checked: 2026-11-22 }
#   - { name: "Airflow: asset definitions", url: "https://airflow.apache.org/docs/apache-airflow/3.1.0/authoring-and-scheduling/assets.html", checked: 2026-11-22 }
# ---
# %% snippet
import pendulum
from airflow.sdk import Asset, Metadata, dag, task

orders_table = Asset("orders", uri="s3://lake/silver/orders")


@dag(schedule="@hourly", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def load_orders():
    # The asset counts as updated when the task succeeds; nothing looks at the storage.
    @task(outlets=[orders_table])
    def load():
        yield Metadata(orders_table, extra={"rows": 120})

    load()


@dag(schedule=[orders_table], start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def report_orders():
    @task(inlets=[orders_table])
    def report(inlet_events=None) -> int:
        return inlet_events[orders_table][-1].extra["rows"]

    report()


load_orders()
report_orders()
# %% check
assert load_orders().test().state == "success"
run = report_orders().test()
assert run.get_task_instance("report").xcom_pull(task_ids="report") == 120
