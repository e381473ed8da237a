"""Snowpark on its own local testing framework: a session that keeps tables in memory, without an account."""

import sys
import warnings
from pathlib import Path

with warnings.catch_warnings(action="ignore"):
    import snowflake.snowpark  # noqa: F401 its import belongs to no snippet

from harness import Snippet, drive, run_python


def run(snippet: Snippet) -> dict:
    # What pytest is given must not have the check that calls it.
    file = Path("test_snippet.py").resolve()
    file.write_text(snippet.without_check())
    run_python(snippet, {"__file__": str(file)})
    return {}


if __name__ == "__main__":
    drive(sys.argv[1:], run, {})
