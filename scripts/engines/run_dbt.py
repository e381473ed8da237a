"""dbt on DuckDB: each snippet stands in a small project of its own, which is built and then asked for the outcome.

`dbt-project/` holds that project; its `data/*.csv` become tables of the schema `raw`. The snippet goes to the head's
`path`, a setup cell to the path after `%% setup`; `%% setup environment` holds variables. The check cell is SQL: a
`select` must give true, other statements are executed; `--! dbt …` or `--! mf …` runs that command, `--! fails dbt …`
expects it to fail. Before the check comes `dbt build`, unless the check begins with a `--!` line.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
from dbt.cli.main import dbtRunner
from harness import CheckFailed, Snippet, drive, uncomment

try:
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
except ImportError:
    # The environment of the other warehouses' adapters: nothing is built there, only parsed.
    DuckDBConnectionManager = None

# What an adapter's own code says when it is imported.
ALLOWED = (r"PydanticDeprecatedSince20.*/dbt/adapters/databricks/",)
BASE = Path(__file__).parent / "dbt-project"


class Project:
    def __init__(self, snippet: Snippet, watch: list[str]):
        self.snippet = snippet
        self.watch = watch
        self.folder = Path.cwd()
        self.database = self.folder / "shop.duckdb"

    def write(self) -> None:
        shutil.copytree(BASE, self.folder, dirs_exist_ok=True)
        for cell in self.snippet.cells:
            path = cell.argument if cell.kind == "setup" else self.snippet.head.get("path")
            if cell.kind == "check" or not path:
                continue
            if path == "environment":
                os.environ.update(line.split("=", 1) for line in uncomment(cell.text, self.snippet.comment).split())
                continue
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(uncomment(cell.text, self.snippet.comment) if cell.kind == "setup" else cell.text)

    def load(self) -> None:
        with duckdb.connect(str(self.database)) as connection:
            connection.execute("create schema raw")
            for file in sorted((self.folder / "data").glob("*.csv")):
                connection.execute(f"create table raw.{file.stem} as select * from read_csv('{file}')")

    def dbt(self, command: str) -> tuple[bool, str]:
        """Runs a dbt command; answers whether it succeeded, and why not."""
        messages: list[str] = []

        def listen(event) -> None:
            if "Deprecat" in event.info.name or "deprecat" in event.info.msg.lower():
                self.watch.append(event.info.msg)
            if event.info.level == "error":
                messages.append(event.info.msg)

        arguments = [
            "--no-send-anonymous-usage-stats",
            "--no-version-check",
            "--show-all-deprecations",
            "--no-use-colors",
        ]
        try:
            result = dbtRunner(callbacks=[listen]).invoke([*arguments, *shlex.split(command)[1:]])
        finally:
            if DuckDBConnectionManager:
                DuckDBConnectionManager.close_all_connections()
                DuckDBConnectionManager._ENV = None
        if result.exception:
            messages.append(str(result.exception))
        return result.success, "\n".join(messages)

    def run(self, command: str) -> tuple[bool, str]:
        if command.startswith("dbt "):
            return self.dbt(command)
        done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stdout + done.stderr

    def expect(self, command: str) -> None:
        fails = command.startswith("fails ")
        success, why = self.run(command.removeprefix("fails "))
        if success == fails:
            raise CheckFailed(f"«{command}» {'succeeded' if fails else 'failed'}: {why}")

    def check(self) -> None:
        text = uncomment(self.snippet.cell("check"), self.snippet.comment) if self.snippet.comment != "--" else None
        steps = split_check(text if text is not None else self.snippet.cell("check"))
        if not steps or not steps[0].startswith("--!"):
            self.expect("dbt build")
        for step in steps:
            self.expect(step[3:].strip()) if step.startswith("--!") else self.ask(step)

    def ask(self, statement: str) -> None:
        with duckdb.connect(str(self.database)) as connection:
            rows = connection.execute(statement).fetchall()
        if re.match(r"\s*(select|with)\b", statement, re.IGNORECASE) and rows != [(True,)]:
            raise CheckFailed(f"{statement.strip()} gives {rows}")


def split_check(text: str) -> list[str]:
    """Commands and SQL statements in their order; comments are left out."""
    steps, statement = [], ""
    for line in text.splitlines():
        if line.startswith("--!"):
            steps.append(line)
        elif not line.startswith("--"):
            statement += line + "\n"
            if line.rstrip().endswith(";"):
                steps.append(statement.strip().rstrip(";"))
                statement = ""
    if statement.strip():
        raise CheckFailed(f"a statement without its semicolon: {statement.strip()}")
    return steps


def run(snippet: Snippet) -> dict:
    deprecations: list[str] = []
    project = Project(snippet, deprecations)
    project.write()
    if snippet.head["path"] == "packages.yml":
        return read_packages(project.folder)
    if DuckDBConnectionManager:
        project.load()
    project.check()
    if deprecations:
        raise CheckFailed("deprecations:\n" + "\n".join(dict.fromkeys(deprecations)))
    return {"how": "executed" if DuckDBConnectionManager else "parsed"}


def read_packages(folder: Path) -> dict:
    """What dbt deps does before it asks the network."""
    from dbt.config.project import load_yml_dict, package_config_from_data

    config = package_config_from_data(load_yml_dict(str(folder / "packages.yml")))
    if len(config.packages) < 1:
        raise CheckFailed("no package was read")
    return {"how": "parsed"}


if __name__ == "__main__":
    os.environ["DBT_PROFILES_DIR"] = "."
    drive(sys.argv[1:], run, {}, allowed=ALLOWED, fork=True)
