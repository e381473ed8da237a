# ---
# prefix: airflow-pools
# title: Limit what runs at once
# description: Bounds the tasks that use one system over all DAGs, and says which of them go first.
# needs: [apache-airflow 3.3]
# placeholders: [heavy_query, light_query]
# verified: executed
# ---
# %% setup
from airflow.models.pool import Pool

Pool.create_or_update_pool("warehouse", slots=4, description="Queries on the warehouse", include_deferred=False)
# %% snippet
import pendulum
from airflow.sdk import WeightRule, dag, task


# The pool is made once: airflow pools set warehouse 4 "Queries on the warehouse"
@dag(schedule="@hourly", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False, max_active_runs=1)
def use_warehouse():
    @task(pool="warehouse", pool_slots=2, priority_weight=10, weight_rule=WeightRule.ABSOLUTE)
    def heavy_query(): ...

    @task(pool="warehouse")
    def light_query(): ...

    heavy_query()
    light_query()


use_warehouse()
# %% check
run = use_warehouse().test()
assert {t.task_id: (t.pool, t.pool_slots) for t in run.get_task_instances()} == {
    "heavy_query": ("warehouse", 2),
    "light_query": ("warehouse", 1),
}
