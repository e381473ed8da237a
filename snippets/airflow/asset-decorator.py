# ---
# prefix: airflow-asset-decorator
# title: Assets as functions
# description: Declares each dataset as one function; the DAG, its task and the schedule between them follow from it.
# needs: [apache-airflow 3.3]
# placeholders: [raw_orders, clean_orders]
# verified: executed
# references:
#   - { name: "Airflow: asset definitions", url: "https://airflow.apache.org/docs/apache-airflow/3.1.0/authoring-and-scheduling/assets.html", checked: 2026-11-22 }
# ---
# %% snippet
from airflow.sdk import Asset, asset


@asset(schedule="@daily")
def raw_orders(self, context) -> None:
    # What the next one needs to know travels with the update.
    context["outlet_events"][self].extra = {"path": "lake/raw/orders/2026-11-01"}


# Runs after each update of raw_orders; a parameter named like an asset is that asset.
@asset(schedule=raw_orders)
def clean_orders(context, raw_orders: Asset) -> str:
    update = context["inlet_events"][raw_orders][-1]
    return update.extra["path"].replace("/raw/", "/clean/")


# %% check
from airflow.dag_processing.dagbag import DagBag

dags = DagBag().dags
assert sorted(dags) == ["clean_orders", "raw_orders"]
assert dags["raw_orders"].test().state == "success"
run = dags["clean_orders"].test()
assert run.state == "success"
assert run.get_task_instance("clean_orders").xcom_pull(task_ids="clean_orders") == "lake/clean/orders/2026-11-01"
