# ---
# prefix: airflow-kubernetes-pod
# title: Run a container in Kubernetes
# description: Runs an image as a pod with bounded resources, waits in the triggerer and takes its result over.
# needs: [apache-airflow 3.3, apache-airflow-providers-cncf-kubernetes 10.25]
# placeholders: [pipelines, "ghcr.io/example/orders:1.4.2"]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; running it needs a cluster.
# ---
# %% snippet
import pendulum
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.sdk import dag
from kubernetes.client import models as k8s


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def container_job():
    KubernetesPodOperator(
        task_id="load_orders",
        namespace="pipelines",
        image="ghcr.io/example/orders:1.4.2",
        arguments=["--day", "{{ ds }}"],
        env_from=[k8s.V1EnvFromSource(secret_ref=k8s.V1SecretEnvSource(name="orders"))],
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "500m", "memory": "1Gi"}, limits={"memory": "2Gi"}
        ),
        # A retry takes a pod that is still running over instead of starting a second one.
        durable=True,
        on_finish_action="delete_succeeded_pod",
        deferrable=True,
    )


container_job()
# %% check
assert container_job().get_task("load_orders").arguments == ["--day", "{{ ds }}"]
