# ---
# prefix: airflow-dag-params
# title: DAG with parameters
# description: Declares what a manual run may set, with types and defaults that the form in the UI shows and checks.
# needs: [apache-airflow 3.3]
# placeholders: [reload_orders]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import Param, dag, task


@dag(
    schedule=None,
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    params={
        "country": Param("DE", enum=["DE", "FR", "PL"], description="Whose orders"),
        "day": Param("2026-11-01", type="string", format="date"),
        "limit": Param(1000, type="integer", minimum=1),
    },
)
def reload_orders():
    @task
    def load(params: dict | None = None) -> str:
        return f"{params['country']} {params['day']} {params['limit']}"

    load()


reload_orders()
# %% check
run = reload_orders().test(run_conf={"country": "FR"})
assert run.get_task_instance("load").xcom_pull(task_ids="load") == "FR 2026-11-01 1000"
