"""Libraries that run in this very process: each snippet is executed as one program, in an empty folder."""

import os
import sys
import warnings
from importlib import import_module
from importlib.util import find_spec

from harness import drive, run_python
from limit import limited

LIBRARIES = ("dagster", "dagster_dbt", "feast", "great_expectations", "mlflow")
# Nothing of this is for the world to count.
os.environ.update(
    DAGSTER_DISABLE_TELEMETRY="true",
    DO_NOT_TRACK="1",
    FEAST_USAGE="False",
    GX_ANALYTICS_ENABLED="false",
    MLFLOW_DISABLE_TELEMETRY="true",
)


def run(snippet) -> dict:
    run_python(snippet, {})
    return {}


if __name__ == "__main__":
    # What a library warns of while it imports others belongs to no snippet.
    with warnings.catch_warnings(action="ignore"):
        for library in filter(find_spec, LIBRARIES):
            import_module(library)
    drive(sys.argv[1:], limited(run, 120), {})
