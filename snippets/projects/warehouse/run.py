"""Builds the warehouse: `python3 run.py`. Any other dbt command: `python3 run.py docs generate`.

The first time it makes `.venv` with the packages of requirements.txt.
"""

import sys

from environment import ROOT, python_with, run


def main(arguments: list[str]) -> None:
    python = python_with("requirements.txt")
    settings = {"DBT_PROFILES_DIR": str(ROOT)}
    if arguments:
        run(python, "dbt", *arguments, **settings)
    else:
        run(python, "dbt", "build", **settings)
        run(python, "dbt", "--quiet", "show", "--select", "daily_revenue", "--limit", "20", **settings)


if __name__ == "__main__":
    main(sys.argv[1:])
