"""Prefect against a real server of its own on a fresh database, which lives as long as this driver.

A YAML snippet is a `prefect.yaml`: it is deployed with the command line, and its check cell is a Python program. A
setup cell with a path is a file of that name.
"""

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

# Before the first import: settings are read then.
os.environ.update(
    PREFECT_HOME=tempfile.mkdtemp(dir=os.environ["ENGINES_WORK"]),
    PREFECT_SERVER_ANALYTICS_ENABLED="false",
    DO_NOT_TRACK="1",
)

from harness import CheckFailed, Snippet, drive, run_python, uncomment  # noqa: E402
from limit import limited  # noqa: E402

with warnings.catch_warnings(action="ignore"):
    import prefect
    from prefect.testing.utilities import prefect_test_harness

# A traceback in the log may pass through a file of that name.
FILE_NAMES = (r'File ".*/deprecations\.py"',)


def run(snippet: Snippet) -> dict:
    if snippet.file.suffix == ".py":
        run_python(snippet, {})
        return {}
    for cell in snippet.cells:
        if cell.kind != "check":
            file = Path(cell.argument or "prefect.yaml")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(uncomment(cell.text, "#") if cell.kind == "setup" else cell.text)
    deploy()
    exec(compile(uncomment(snippet.cell("check"), "#"), str(snippet.file), "exec"), {"__name__": "__main__"})
    return {}


def deploy() -> None:
    environment = {**os.environ, "PREFECT_API_URL": prefect.settings.PREFECT_API_URL.value()}
    for command in ("work-pool create --type process local --overwrite", "--no-prompt deploy --all"):
        done = subprocess.run(
            [sys.executable, "-m", "prefect", *command.split()], env=environment, capture_output=True, text=True, check=False
        )
        print(done.stdout, done.stderr, flush=True)
        if done.returncode:
            raise CheckFailed(f"«prefect {command}» failed: {done.stdout[-1500:]}")


if __name__ == "__main__":
    with prefect_test_harness(server_startup_timeout=120):
        drive(sys.argv[1:], limited(run, 120), {}, allowed=FILE_NAMES)
