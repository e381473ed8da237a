"""Builds everything: `python3 run.py`. Its tests: `python3 run.py test`. Dagster itself: `python3 run.py dagster dev`.

The first time it makes `.venv` with the packages of requirements.txt.
"""

import os
import sys

from environment import ROOT, python_with, run

HOME = ROOT / ".dagster"
SETTINGS = """\
telemetry:
  enabled: false
# DuckDB's file has one writer: one run after the other.
concurrency:
  runs:
    max_concurrent_runs: 1
"""


def main(arguments: list[str]) -> None:
    python = python_with("requirements.txt")
    HOME.mkdir(exist_ok=True)
    (HOME / "dagster.yaml").write_text(SETTINGS)
    settings = {
        "DAGSTER_HOME": str(HOME),
        "ORDERS_ASSETS_DATABASE": os.environ.get("ORDERS_ASSETS_DATABASE", str(ROOT / "orders_assets.duckdb")),
    }
    if arguments[:1] == ["dagster"]:
        run(python, "dagster", *arguments[1:], **settings)
        return
    folders = ["--project-dir", "transform", "--profiles-dir", "transform"]
    run(python, "dbt", "--quiet", "parse", *folders, **settings)
    if arguments[:1] == ["test"]:
        run(python, "python", "-m", "pytest", *arguments[1:], **settings)
    else:
        run(python, "python", "run_days.py", *arguments, **settings)


if __name__ == "__main__":
    main(sys.argv[1:])
