# ---
# prefix: airflow-object-storage
# title: Files in any object store
# description: Reads and writes files with one path class for local disks, S3, Google Cloud Storage and Azure.
# needs: [apache-airflow 3.3]
# placeholders: [copy_files, "file:///tmp/landing", conn_id=None]
# verified: executed
# ---
# %% setup
from pathlib import Path

Path("/tmp/landing").mkdir(exist_ok=True)
Path("/tmp/landing/a.csv").write_text("order_id\n1\n")
# %% snippet
import pendulum
from airflow.sdk import ObjectStoragePath, dag, task

# s3://bucket/prefix with conn_id="aws_default"; the provider of the store has to be installed.
LANDING = ObjectStoragePath("file:///tmp/landing", conn_id=None)


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def copy_files():
    @task
    def list_files() -> list[ObjectStoragePath]:
        return sorted(path for path in LANDING.iterdir() if path.suffix == ".csv")

    @task
    def archive(path: ObjectStoragePath) -> str:
        target = LANDING / "archive" / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.copy(target)
        return str(target)

    archive.expand(path=list_files())


copy_files()
# %% check
assert copy_files().test().state == "success"
assert Path("/tmp/landing/archive/a.csv").read_text() == "order_id\n1\n"
