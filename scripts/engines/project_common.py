"""What the checks of the starter projects share: environments, commands whose output is searched for deprecations, and
the result that every template of the shop must give, worked out from the files without any engine."""

import csv
import json
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CACHE = Path(os.environ.get("ENGINES_CACHE", Path.home() / ".cache/data-engineering-reference/engines"))
STATUSES = {"placed", "completed", "cancelled"}


class Failed(Exception):
    """A project ran and its outcome is not what it should be."""


def environment(name: str) -> Path:
    """The folder of an environment that scripts/test-engines.mjs has made."""
    given = os.environ.get(f"ENGINES_ENVIRONMENT_{name.upper().replace('-', '_')}")
    if given:
        return Path(given)
    made = [folder for folder in CACHE.glob(f"{name}-*") if (folder / "ready").exists()]
    found = [folder for folder in made if re.fullmatch(rf"{re.escape(name)}-[0-9a-f]{{16}}", folder.name)]
    if not found:
        raise Failed(f"no environment «{name}»: run `npm run test:engines -- --engine {name}` once")
    return max(found, key=lambda folder: (folder / "ready").stat().st_mtime)


@dataclass
class Project:
    template: str
    folder: Path
    answers: dict[str, str]
    files: list[str]
    log: Path
    versions: dict[str, str] = field(default_factory=dict)
    steps: list[tuple[str, float]] = field(default_factory=list)
    # What a package says about another one that it asks for itself: nothing that the project could mend.
    allowed: list[str] = field(default_factory=list)

    def run(self, *command: str | Path, folder: Path | None = None, fails: bool = False, **variables: str) -> str:
        """Runs a command in the project's folder; answers what it said. Deprecations fail it."""
        words = [str(part) for part in command]
        started = time.monotonic()
        done = subprocess.run(
            words, cwd=folder or self.folder, env={**base_environment(), **variables}, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self.steps.append((" ".join([Path(words[0]).name, *words[1:]])[:60], time.monotonic() - started))
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"$ {' '.join(words)}\n{done.stdout}\n")
        if (done.returncode != 0) != fails:
            tail = "\n".join(done.stdout.splitlines()[-25:])
            raise Failed(f"{' '.join(words)} ended with {done.returncode}:\n{tail}")
        self.find_deprecations(done.stdout)
        return done.stdout

    def find_deprecations(self, text: str) -> None:
        for line in text.splitlines():
            if any(re.search(pattern, line) for pattern in self.allowed):
                continue
            # As a word: Hadoop has classes and methods of that name (DeprecatedRawLocalFileStatus).
            if re.search(r"\bdeprecat(ed|es|ions?)\b|(Deprecation|Future)Warning", line, re.IGNORECASE):
                raise Failed(f"a deprecation: {line.strip()}")

    def name(self, question: str) -> str:
        return self.answers[question]

    def expect(self, what: str, found, wanted) -> None:
        if found != wanted:
            raise Failed(f"{what}: found {found!r}, wanted {wanted!r}")

    def note_versions(self, python: Path, *distributions: str) -> None:
        code = "import sys, json; from importlib.metadata import version; "
        code += "print(json.dumps({name: version(name) for name in sys.argv[1:]}))"
        said = subprocess.run([python, "-c", code, *distributions], capture_output=True, text=True, check=True).stdout
        self.versions.update(json.loads(said))


def base_environment() -> dict[str, str]:
    """The caller's environment without what would lead Python, Spark, dbt or Airflow elsewhere."""
    foreign = re.compile(r"^(PYTHON(PATH|HOME)|VIRTUAL_ENV|SPARK_|PYSPARK_|DBT_|AIRFLOW|DAGSTER_)")
    kept = {name: value for name, value in os.environ.items() if not foreign.match(name)}
    return {
        **kept,
        "PYTHONWARNINGS": "default",
        "PYTHONPYCACHEPREFIX": str(CACHE / "pycache"),
        "PYTHONDONTWRITEBYTECODE": "",
        "NO_COLOR": "1",
        "SPARK_LOCAL_IP": "127.0.0.1",
        # Jobs of seconds: compile quickly. The jars that Spark fetches are kept between runs.
        "JDK_JAVA_OPTIONS": f"-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home={CACHE / 'home'}",
    }


def generate(folder: Path, wanted: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Writes projects with the code of the extension's command."""
    tsx = ROOT / "node_modules/.bin/tsx"
    command = [tsx, HERE / "project_generate.mts", folder, json.dumps(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise Failed(done.stderr.strip())
    return json.loads(done.stdout)


def read_rows(folder: Path, table: str) -> list[dict[str, str]]:
    files = sorted((folder / table).glob("*.csv"))
    return [row for file in files for row in csv.DictReader(file.open(encoding="utf-8"))]


def is_valid(row: dict[str, str], key: str) -> bool:
    if not row[key] or row["status"] not in STATUSES or not re.match(r"\d{4}-", row["updated_at"]):
        return False
    return bool(re.fullmatch(r"\d+(\.\d+)?", row["amount"]))


def read_json(folder: Path) -> list[dict[str, str]]:
    """Records of files with one JSON object a line; what is none is left out, what has no value is empty."""
    records = []
    for file in sorted(folder.glob("*.json")):
        for line in file.read_text(encoding="utf-8").splitlines():
            try:
                records.append(defaultdict(str, json.loads(line)))
            except json.JSONDecodeError:
                continue
    return records


def expected_revenue(data: Path, table: str, key: str) -> list[tuple[str, str, int, str]]:
    """Day, country, completed, revenue: what every template makes of the shop's files."""
    return expected_from(read_rows(data, table), data, key)


def expected_from(rows: list[dict[str, str]], data: Path, key: str) -> list[tuple[str, str, int, str]]:
    newest: dict[str, dict[str, str]] = {}
    for row in rows:
        known = newest.get(row[key])
        if is_valid(row, key) and (known is None or row["updated_at"] > known["updated_at"]):
            newest[row[key]] = row
    countries = {row["customer_id"]: row["country"] for row in csv.DictReader((data / "customers.csv").open())}
    totals: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    for row in newest.values():
        if row["status"] == "completed":
            totals[row["placed_at"][:10], countries.get(row["customer_id"], "unknown")].append(Decimal(row["amount"]))
    return [(day, country, len(found), str(sum(found))) for (day, country), found in sorted(totals.items())]


def read_delta(python: Path, table: Path) -> list[dict]:
    """The rows of a Delta table, read from its log and its Parquet files without Spark; values as text."""
    done = subprocess.run(
        [python, HERE / "project_delta.py", table], capture_output=True, text=True, check=False, env=base_environment()
    )
    if done.returncode:
        raise Failed(f"{table} cannot be read: {done.stderr.strip()}")
    return json.loads(done.stdout)


def fail_if_made(project: Project, *names: str) -> None:
    """The environment of the harness must have fitted the project's pins, or run.py would have made its own."""
    for name in names:
        if (project.folder / name).exists():
            raise Failed(f"run.py made {name}: the pins of the project are not the versions of the harness")


def say(text: str) -> None:
    print(text, flush=True, file=sys.stderr)
