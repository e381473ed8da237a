"""Airflow: each snippet is a DAG file in the DAGs folder, parsed as Airflow parses it, and run with `dag.test()`.

A snippet counts as executed when its check has made a DAG run; without one it is imported: its operators come from the
real provider packages and the DAG is serialized, but nothing they call is there.
"""

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

WORK = Path(os.environ["ENGINES_WORK"])
HOME = WORK / "airflow"
DAGS = HOME / "dags"
DATABASE = Path(os.environ["ENGINES_ENVIRONMENT"], "airflow.db")

# What Airflow and its providers say about their own code.
ALLOWED = (r"determine_kwargs.*/airflow/providers/", r"'DAG' directly from the airflow module.*/cosmos/airflow/")


def prepare() -> None:
    """An empty metadata database, migrated once for the environment."""
    DAGS.mkdir(parents=True)
    os.environ.update(
        AIRFLOW_HOME=str(HOME),
        AIRFLOW__CORE__LOAD_EXAMPLES="False",
        AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
        AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=f"sqlite:///{HOME}/airflow.db",
        AIRFLOW__LOGGING__LOGGING_LEVEL="WARNING",
        AIRFLOW__CORE__MAX_CONSECUTIVE_FAILED_DAG_RUNS_PER_DAG="0",
    )
    if not DATABASE.exists():
        subprocess.run(["airflow", "db", "migrate"], check=True)
        shutil.copy(HOME / "airflow.db", DATABASE)


def reset_database() -> None:
    """DAGs, assets and runs of one snippet are not there for the next."""
    from airflow import settings

    settings.dispose_orm()
    shutil.copy(DATABASE, HOME / "airflow.db")
    settings.configure_orm()


def count_runs() -> int:
    from airflow.models.dagrun import DagRun
    from airflow.utils.session import create_session
    from sqlalchemy import func, select

    with create_session() as session:
        return session.scalar(select(func.count()).select_from(DagRun))


def run(snippet) -> dict:
    from airflow.dag_processing.dagbag import DagBag
    from harness import CheckFailed, empty, run_python

    reset_database()
    empty(DAGS)
    file = DAGS / f"{snippet.file.stem.replace('-', '_')}.py"
    file.write_text(snippet.without_check())
    before = count_runs()
    source = snippet.source
    snippet.file, original = file, snippet.file
    try:
        run_python(snippet, {}, source)
    finally:
        snippet.file = original
    after = count_runs()

    bag = DagBag(str(DAGS))
    if bag.import_errors:
        raise CheckFailed(f"import errors: {bag.import_errors}")
    if not bag.dags:
        raise CheckFailed("the file holds no DAG")
    warned = [warning for found in bag.captured_warnings.values() for warning in found]
    if warned:
        raise CheckFailed(f"warnings on import: {warned}")
    return {"how": "executed" if after > before else "imported"}


def main() -> None:
    prepare()
    from harness import drive

    logging.captureWarnings(False)
    drive(sys.argv[1:], run, {}, allowed=ALLOWED)


if __name__ == "__main__":
    main()
