# ---
# prefix: airflow-setup-teardown
# title: Make a resource and always take it down
# description: Sets up a cluster before the work and takes it down afterwards, whether the work succeeded or not.
# needs: [apache-airflow 3.3]
# placeholders: [with_cluster, create_cluster, delete_cluster]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import dag, setup, task, teardown


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def with_cluster():
    @setup
    def create_cluster() -> str:
        return "cluster-1"

    @task
    def work(cluster: str) -> None:
        raise RuntimeError("the job failed")

    # Cleared and retried together with the work it serves; the state of the run is the work's.
    @teardown
    def delete_cluster(cluster: str) -> str:
        return f"deleted {cluster}"

    cluster = create_cluster()
    cluster >> work(cluster) >> delete_cluster(cluster)


with_cluster()
# %% check
run = with_cluster().test()
states = {t.task_id: t.state for t in run.get_task_instances()}
assert states == {"create_cluster": "success", "work": "failed", "delete_cluster": "success"}, states
assert run.state == "failed"
