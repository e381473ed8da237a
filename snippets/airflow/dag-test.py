# ---
# prefix: airflow-dag-test
# title: Test DAGs with pytest
# description: Checks that every DAG file can be imported, keeps house rules, and that one DAG runs to its end.
# needs: [apache-airflow 3.3, pytest 9.2]
# placeholders: []
# verified: executed
# ---
# %% setup
import pendulum
from airflow.sdk import dag, task


@dag(schedule=None, start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), default_args={"retries": 1}, tags=["x"])
def daily_total():
    @task
    def add(a: int, b: int) -> int:
        return a + b

    add(1, 2)


daily_total()
# %% snippet
import os

import pytest
from airflow.dag_processing.dagbag import DagBag


@pytest.fixture(scope="session")
def dagbag() -> DagBag:
    return DagBag(os.environ["AIRFLOW__CORE__DAGS_FOLDER"])


def test_every_file_can_be_imported(dagbag):
    assert dagbag.import_errors == {}
    assert dagbag.captured_warnings == {}


def test_every_task_is_retried(dagbag):
    without = [task.task_id for dag in dagbag.dags.values() for task in dag.tasks if task.retries < 1]
    assert without == []


def test_daily_total_runs(dagbag):
    run = dagbag.dags["daily_total"].test()

    assert run.state == "success"
    assert run.get_task_instance("add").xcom_pull(task_ids="add") == 3


# %% check
from pathlib import Path

test_file = Path("test_dags.py")
test_file.write_text(Path(__file__).read_text())
assert pytest.main(["-q", "-p", "no:cacheprovider", str(test_file)]) == 0
