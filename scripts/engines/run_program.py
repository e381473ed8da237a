"""Libraries that run in this very process: each snippet is executed as one program, in an empty folder.

The libraries are imported once, and each snippet runs in a fork: what it leaves in them, such as connections to files
that are gone, is gone with it.
"""

import multiprocessing
import os
import sys
import traceback
import warnings
from importlib import import_module
from importlib.util import find_spec

from harness import CheckFailed, Snippet, Watch, drive, explain

SECONDS = 180
LIBRARIES = ("dagster", "dagster_dbt", "feast", "great_expectations", "mlflow.sklearn", "pyiceberg")
# Nothing of this is for the world to count.
os.environ.update(
    DAGSTER_DISABLE_TELEMETRY="true",
    DO_NOT_TRACK="1",
    FEAST_USAGE="False",
    GX_ANALYTICS_ENABLED="false",
    MLFLOW_DISABLE_TELEMETRY="true",
)


def run(snippet: Snippet) -> dict:
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=run_in_fork, args=(snippet, there))
    child.start()
    there.close()
    child.join(SECONDS)
    if child.is_alive():
        child.kill()
        raise CheckFailed(f"not done after {SECONDS} seconds")
    problems = here.recv() if here.poll() else [f"the process ended with {child.exitcode}"]
    if problems:
        raise CheckFailed("\n".join(problems))
    return {}


def run_in_fork(snippet: Snippet, answer) -> None:
    problems = []
    watch = Watch()
    try:
        with watch:
            run_as_main(snippet)
        problems += watch.seen
    except BaseException as error:  # noqa: BLE001 the parent tells of it
        traceback.print_exc()
        problems.append(explain(error, str(snippet.file)))
    answer.send(problems)


def run_as_main(snippet: Snippet) -> None:
    """In the very module `__main__`: what pickles a function, such as Feast, looks there for its names."""
    code = compile(snippet.source, str(snippet.file), "exec", dont_inherit=True)
    names = vars(sys.modules["__main__"])
    names.clear()
    names.update(__name__="__main__", __file__=str(snippet.file))
    exec(code, names)


def import_libraries() -> None:
    """What a library warns of while it imports others belongs to no snippet."""
    with warnings.catch_warnings(action="ignore"):
        for library in LIBRARIES:
            if find_spec(library.partition(".")[0]):
                import_module(library)


def main() -> None:
    import_libraries()
    drive(sys.argv[1:], run, {})


if __name__ == "__main__":
    # As a module of its own, so that a snippet can have this one.
    import_module("run_program").main()
