"""The sample project, run as a whole: its DAG by Airflow, which starts the real spark-submit and the real dbt."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from harness import report
from run_airflow import WORK, prepare, reset_database

PROJECT = WORK / "orders-pipeline"
DELTA_PYTHON = shutil.which("python")


def settings() -> None:
    conf = WORK / "conf"
    conf.mkdir()
    (conf / "spark-defaults.conf").write_text(
        f"spark.jars.ivy {os.environ['ENGINES_CACHE']}/ivy-spark\nspark.ui.enabled false\n"
    )
    os.environ.update(
        AIRFLOW__CORE__DAGS_FOLDER=str(PROJECT / "dags"),
        AIRFLOW_CONN_SPARK_DEFAULT='{"conn_type": "spark", "host": "local[2]"}',
        DBT_SEND_ANONYMOUS_USAGE_STATS="false",
        PYSPARK_PYTHON=DELTA_PYTHON,
        SPARK_CONF_DIR=str(conf),
        SPARK_LOCAL_IP="127.0.0.1",
    )


def run_dag() -> None:
    import warnings

    sys.path.insert(0, str(PROJECT / "dags"))
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        import orders_dag
    reset_database()
    run = orders_dag.orders().test()
    states = {task.task_id: task.state for task in run.get_task_instances()}
    assert set(states.values()) == {"success"}, states


def check() -> None:
    metrics = json.loads(next((PROJECT / "lake/metrics/orders").glob("part-*.json")).read_text())
    assert metrics == {"orders": 30, "quarantined": 2}, metrics
    asked = "select count(*), count(distinct order_id) from analytics.fct_orders"
    code = f"import duckdb; print(duckdb.connect('dbt/orders.duckdb').execute({asked!r}).fetchone())"
    dbt_python = Path(shutil.which("dbt")).parent / "python"
    found = subprocess.run([dbt_python, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert found.strip() == "(30, 30)", found


def main() -> None:
    started = time.monotonic()
    result = {"file": sys.argv[1], "ok": True, "how": "executed", "versions": {}}
    try:
        shutil.copytree(sys.argv[1], PROJECT, ignore=shutil.ignore_patterns("lake", "target", "*.duckdb", "logs"))
        prepare()
        settings()
        run_dag()
        check()
    except BaseException as error:  # noqa: BLE001 whatever it is, it goes into the report
        result |= {"ok": False, "error": f"{type(error).__name__}: {error}"}
    report(**result, seconds=round(time.monotonic() - started, 2))


if __name__ == "__main__":
    main()
