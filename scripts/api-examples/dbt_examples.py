"""Checks dbt's examples on DuckDB, each in a copy of `dbt-project/`, whose names it may use.

YAML stands where its key says (`dbt_places.py`) and is built, its tests run. Jinja stands in a model called `ex`, and
what it compiles to is run on DuckDB where it is SQL. Python is the body of a Python model. Commands are read by dbt's
own parser and its parser of selections, not run.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import tarfile
from io import BytesIO
from itertools import count
from pathlib import Path

import duckdb
import yaml
from dbt.deprecations import reset_deprecations
from dbt_places import PARSED, files_for
from drive import Failed, drive
from harness import empty
from run_dbt import Project, read_packages

HERE = Path(__file__).parent
WORK = Path(os.environ["ENGINES_WORK"])
# Names that fragments of Jinja use without having set them.
PRELUDE = """{% set old = load_relation(this) %}{% set n = 3 %}{% set grain = 'x' %}{% set q = 'select 1' %}
{% set names = ['a'] %}{% set types = ['int'] %}
{% call statement('count_rows', fetch_result=true) %}select 1{% endcall %}
"""
TABLE = "models: [{name: ex, config: {materialized: table}}]\n"
# What a snapshot cannot do without, for examples that say something else of it.
SNAPSHOTS = "snapshots: {+strategy: timestamp, +unique_key: order_id, +updated_at: updated_at}\n"
PYTHON = """def model(dbt, session):
    @
    return session.sql("select 1 as id")
"""
SAMPLE = "select * from {{ source('shop', 'raw_orders') }}\n"
ROWS = "raw.sample a cross join (select lat, lon from raw.sample) b"


class NotBuilt(Failed):
    """A command of dbt that ended otherwise than it should."""


class Dbt:
    def __init__(self):
        self.base = WORK / "base"
        shutil.copytree(HERE / "dbt-project", self.base)
        os.chdir(self.base)
        with duckdb.connect("shop.duckdb") as connection:
            connection.execute((self.base / "sample.sql").read_text())
        self.dbt("dbt build --exclude resource_type:function")
        self.packages = None
        self.project, self.numbers = WORK / "project", count()

    def dbt(self, command, expect=True):
        watch = []
        reset_deprecations()  # of the example before, which dbt would count again
        success, why = Project(None, watch).dbt(command)
        if watch:
            raise Failed("deprecated: " + " ".join(dict.fromkeys(watch)))
        if success != expect:
            raise NotBuilt(f"{command}: {why}" if expect else f"{command} succeeds")
        return why

    def check(self, case):
        code, section, key = case["example"]["code"].strip(), case["section"], case["key"]
        if code.startswith("dbt "):
            return {"how": parse_commands(code)}
        self.copy(case["inventory"] == "dbt-packages" or "dbt_utils" in code)
        if section == "pythonModel" or case.get("language") == "python":
            return {"how": self.python(code)}
        if case.get("language") == "yaml":
            return {"how": self.yaml(case["inventory"], key, code)}
        return {"how": self.jinja(code)}

    def copy(self, with_packages):
        os.chdir(WORK)
        shutil.rmtree(self.project, ignore_errors=True)
        # another name each time: DuckDB answers from the file that it knows by its path
        project = self.project = WORK / f"project-{next(self.numbers)}"
        shutil.copytree(self.base, project, ignore=shutil.ignore_patterns("target", "logs"))
        os.chdir(project)
        if with_packages:
            self.packages = self.packages or fetch_packages()
            shutil.copytree(self.packages, "dbt_packages")
            listed = [{"local": f"dbt_packages/{folder.name}"} for folder in self.packages.iterdir()]
            self.write({"packages.yml": yaml.safe_dump({"packages": listed})})

    def write(self, files):
        for path, text in files.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text)

    def python(self, code):
        config = "" if "dbt.config(" in code else 'dbt.config(materialized="table")\n'
        given = 'df = dbt.ref("orders")\ncutoff = "2024-01-01"\n'
        body = (config + given + code).replace("\n", "\n    ")
        self.write({"models/ex.py": PYTHON.replace("@", body)})
        make_this()
        self.dbt("dbt build --select ex")
        # what a condition guards is compiled, and runs only where the table is there
        return "parsed" if code.startswith("if ") else "executed"

    def yaml(self, inventory, key, code):
        data = yaml.safe_load(code)
        # dbt passes over flags and variables that it does not know
        if "." in key and inventory == "dbt" and plain(key.rpartition(".")[2]) not in plain(code):
            raise Failed(f"the example does not set {key}")
        if key.startswith("packages."):
            self.write({"packages.yml": code})
            read_packages(Path.cwd())
            return "parsed"
        if key.startswith(("project.", "flags.")):
            return self.project_file(key, data)
        if key.startswith(("profile.", "duckdb.profile.")) or key == "env_var":
            return self.profile(key, data)
        if key.startswith("selectors."):
            self.write({"selectors.yml": yaml.safe_dump({"selectors": [{"name": "ex", **data}]})})
            self.dbt("dbt ls --selector ex")
            return "parsed"
        self.write(files_for(inventory, key, code))
        if "snapshot" in key:
            self.write({"dbt_project.yml": Path("dbt_project.yml").read_text() + SNAPSHOTS})
        if PARSED.search(key):
            self.dbt("dbt parse")
            return "parsed"
        if key.startswith(("config.source", "properties.source", "type.UnparsedSource")):
            self.dbt("dbt source freshness --select source:ex")
            self.build("source:ex")
            return "executed"
        if "UnitTestOverrides" in key:  # `this` has to be there
            self.dbt("dbt run --select ex")
        self.build("ex")
        return "executed"

    def build(self, select):
        """A test may find rows; it may not break."""
        try:
            self.dbt(f"dbt build --select {select}")
        except NotBuilt:
            file = Path("target/run_results.json")
            results = json.loads(file.read_text())["results"] if file.exists() else []
            if not results or any(one["status"] in ("error", "skipped") for one in results):
                raise

    def project_file(self, key, data):
        name = "my_project" if "my_project" in json.dumps(data) else "shop"
        project = yaml.safe_load(Path("dbt_project.yml").read_text()) | {"name": name} | data
        self.write({"dbt_project.yml": yaml.safe_dump(project), "models/staging/ex.sql": "select 1 as id\n"})
        self.dbt("dbt build --select ex")
        return "executed"

    def profile(self, key, data):
        dev = {"type": "duckdb", "path": "shop.duckdb"}
        outputs = data.get("outputs") or {"dev": data.get("dev") or dev | data}
        profiles = yaml.safe_dump({"shop": {"target": "dev", "outputs": outputs}})
        self.write({"profiles.yml": profiles, "models/ex.sql": "select 1 as id\n"})
        self.dbt("dbt build --select ex")
        return "executed"

    def jinja(self, code):
        if "raise_compiler_error" in code:
            self.write({"models/ex.sql": PRELUDE + code})
            if "unknown grain: x" not in self.dbt("dbt compile --select ex", expect=False):
                raise Failed("another error was raised")
            return "executed"
        if "config(" in code and code.startswith("{{ config(") or code.startswith("{% call set_sql_header"):
            self.write({"models/ex.sql": code + "\n" + SAMPLE, "models/ex.yml": TABLE})
            self.dbt("dbt build --select ex")
            return "executed"
        macro = re.match(r"\{% macro (\w+)\((.*?)\)", code)
        if code.startswith("{{ return("):
            macro, code = ("", "wrapped", "col"), f"{{% macro wrapped(col) %}}{code}{{% endmacro %}}"
        if macro:
            self.write({"macros/ex.sql": code})
            call = {"": f"'{{{{ {macro[1]}() | join }}}}'", "col": f"{{{{ {macro[1]}('day') }}}}"}.get(macro[2], "1")
            return self.run(f"select {call} as x from raw.sample")
        return self.run(PRELUDE + code)

    def run(self, text):
        self.write({"models/ex.sql": text, "models/ex.yml": TABLE.replace("table", "incremental")})
        make_this()
        self.dbt("dbt compile --select ex")
        compiled = next(Path("target/compiled").rglob("models/ex.sql")).read_text().strip()
        return "executed" if compiled and execute(compiled) else "rendered"


def make_this():
    """The table that the model called `ex` has from a run before."""
    with duckdb.connect("shop.duckdb") as connection:
        connection.execute("create table main.ex as from raw.sample")


def plain(name):
    return name.replace("-", "_")


def execute(sql):
    """Whether it is SQL, alone or as a part of a query."""
    first = sql.split(None, 1)[0].lower()
    anywhere = [sql, f"select {sql} from {ROWS}", f"select * from {sql}", f"select sku, {sql} from {ROWS} group by sku"]
    forms = {
        "where": [f"select * from raw.sample {sql}"],
        "group": [f"select order_id, status, amount, count(*) from raw.sample {sql}"],
    }.get(first, anywhere)
    if re.match(r"\(?(select|with|alter)$", first):
        forms = [sql]
    errors = []
    for form in forms:
        try:
            with duckdb.connect("shop.duckdb") as connection:
                connection.execute(form).fetchall()
            return True
        except duckdb.Error as error:
            errors.append(f"{form.strip()}: {error}")
    if re.search(r"\w\(|\bselect\b|\bas\b", sql):
        raise Failed("\n".join(errors))
    return False


def parse_commands(code):
    from dbt.cli.flags import Flags, args_to_context
    from dbt.graph.cli import parse_union

    for line in code.splitlines():
        context = args_to_context(shlex.split(line)[1:])
        Flags(context)
        for name in ("select", "exclude"):
            chosen = context.params.get(name)
            if chosen:
                parse_union(list(chosen), True)
    return "parsed"


def fetch_packages():
    """The releases that the inventory pins, and what they need, from clones in the cache folder."""
    folder = WORK / "packages"
    packages = json.loads((HERE.parent / "inventory/packages.json").read_text())
    wanted = {name: {**package, **package["releases"][-1]} for name, package in packages.items()}
    for package in packages.values():
        wanted |= package.get("needs", {})
    for name, package in wanted.items():
        clone = Path(os.environ["EXAMPLES_CACHE"], "git", name)
        if not clone.exists():
            subprocess.run(["git", "clone", "--quiet", "--bare", package["repository"], clone], check=True)
        command = ["git", "--git-dir", clone, "archive", package["commit"], "dbt_project.yml", "macros"]
        with tarfile.open(fileobj=BytesIO(subprocess.run(command, check=True, capture_output=True).stdout)) as tar:
            tar.extractall(folder / name, filter="data")
    return folder


def main():
    from importlib.metadata import version

    os.environ["DBT_PROFILES_DIR"] = "."
    drive(Dbt().check, f"dbt-core {version('dbt-core')}, dbt-duckdb {version('dbt-duckdb')}")


if __name__ == "__main__":
    main()
