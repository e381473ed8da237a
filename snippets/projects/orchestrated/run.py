"""Runs the pipeline: `python3 run.py`. Its tests: `python3 run.py test`. Airflow itself: `python3 run.py airflow …`.

The first time it makes three environments, one each for Airflow, Spark and dbt.
"""

import os
import sys
from pathlib import Path

from environment import ROOT, need_java, python_with, run


def main(arguments: list[str]) -> None:
    need_java(17)
    airflow = python_with("requirements-airflow.txt", ".venv-airflow")
    spark = python_with("requirements-spark.txt", ".venv-spark")
    dbt = python_with("requirements-dbt.txt", ".venv-dbt")
    settings = variables(airflow, spark, dbt)
    if arguments[:1] == ["airflow"]:
        run(airflow, "airflow", *arguments[1:], **settings)
    elif arguments[:1] == ["test"]:
        run(spark, "python", "-m", "pytest", "tests/jobs", **settings)
        run(airflow, "airflow", "db", "migrate", **settings)
        run(airflow, "python", "-m", "pytest", "tests/dags", **settings)
    else:
        run(airflow, "airflow", "db", "migrate", **settings)
        run(airflow, "python", "run_days.py", *arguments, **settings)
        run(dbt, "dbt", "--quiet", "show", "--project-dir", "transform", "--select", "daily_revenue", "--limit", "20", **settings)


def variables(*pythons: str) -> dict[str, str]:
    """Airflow finds its home here, and spark-submit and dbt on the path; what is set already stays."""
    settings = {
        "AIRFLOW_HOME": str(ROOT / ".airflow"),
        "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
        "AIRFLOW_CONN_SPARK_DEFAULT": '{"conn_type": "spark", "host": "local[*]"}',
        "ORDERS_PIPELINE_HOME": str(ROOT),
        "ORDERS_PIPELINE_LAKE": str(ROOT / "lake"),
        "DBT_PROFILES_DIR": str(ROOT / "transform"),
        "SPARK_CONF_DIR": str(ROOT / "conf"),
        "PYSPARK_PYTHON": pythons[1],
    }
    path = [*[str(Path(python).parent) for python in pythons], os.environ.get("PATH", "")]
    return {**settings, **{name: os.environ[name] for name in settings if name in os.environ}, "PATH": os.pathsep.join(path)}


if __name__ == "__main__":
    main(sys.argv[1:])
