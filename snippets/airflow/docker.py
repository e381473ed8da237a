# ---
# prefix: airflow-docker
# title: Run a container with Docker
# description: Runs an image on the worker's Docker host, without network to the metadata database.
# needs: [apache-airflow 3.3, apache-airflow-providers-docker 4.6]
# placeholders: ["ghcr.io/example/orders:1.4.2"]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; running it needs Docker.
# ---
# %% snippet
import pendulum
from airflow.providers.docker.operators.docker import DockerOperator
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def docker_job():
    DockerOperator(
        task_id="load_orders",
        image="ghcr.io/example/orders:1.4.2",
        command=["--day", "{{ ds }}"],
        # Values of this one are kept out of the log and the rendered view.
        private_environment={"API_KEY": "{{ conn.shop_api.password }}"},
        mem_limit="2g",
        auto_remove="success",
        mount_tmp_dir=False,
    )


docker_job()
# %% check
assert docker_job().get_task("load_orders").image == "ghcr.io/example/orders:1.4.2"
