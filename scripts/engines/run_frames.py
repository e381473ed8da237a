"""DuckDB and Polars in process. SQL goes to a fresh DuckDB in memory; a check cell's `select` must give true."""

import re
import sys

import duckdb
import polars  # noqa: F401 its import belongs to no snippet
from harness import CheckFailed, Snippet, drive, run_python


def run(snippet: Snippet) -> dict:
    if snippet.file.suffix != ".sql":
        run_python(snippet, {})
        return {}
    with duckdb.connect() as connection:
        if snippet.head["verified"] == "parsed":
            connection.extract_statements(snippet.code)
            return {"how": "parsed"}
        for kind in ("setup", "snippet"):
            connection.execute(snippet.cell(kind))
        check(connection, snippet)
    return {}


def check(connection: duckdb.DuckDBPyConnection, snippet: Snippet) -> None:
    for statement in connection.extract_statements(snippet.cell("check")):
        rows = connection.execute(statement).fetchall()
        if re.match(r"\s*(select|with)\b", statement.query, re.IGNORECASE) and rows != [(True,)]:
            raise CheckFailed(f"{statement.query.strip()} gives {rows}")


if __name__ == "__main__":
    drive(sys.argv[1:], run, {})
