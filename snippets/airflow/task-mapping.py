# ---
# prefix: airflow-task-mapping
# title: One task for each item
# description: Makes as many copies of a task as a list has items at run time, a bounded number at once, and gathers results.
# needs: [apache-airflow 3.3]
# placeholders: [load_files]
# verified: executed
# references:
#   - { name: "Airflow 3.3: dynamic task mapping", url: "https://airflow.apache.org/docs/apache-airflow/3.3.1/authoring-and-scheduling/dynamic-task-mapping.html", checked: 2026-11-22 }
# ---
# %% snippet
import pendulum
from airflow.sdk import dag, task


@dag(schedule="@hourly", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def load_files():
    @task
    def list_files() -> list[str]:
        return ["a.csv", "b.csv", "c.csv"]

    # The name in the UI, instead of a number.
    @task(max_active_tis_per_dagrun=4, map_index_template="{{ task.op_kwargs['path'] }}")
    def load(path: str, table: str) -> int:
        return len(path)

    @task
    def summarise(counts: list[int]) -> int:
        return sum(counts)

    # An empty list skips the mapped task and what follows it.
    summarise(load.partial(table="orders").expand(path=list_files()))


load_files()
# %% check
run = load_files().test()
assert run.state == "success"
assert len([t for t in run.get_task_instances() if t.task_id == "load"]) == 3
assert run.get_task_instance("summarise").xcom_pull(task_ids="summarise") == 15
