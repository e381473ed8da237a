"""What runs only at a service: SQL of cloud warehouses, Compose files, workflows, bundles, manifests.

SQL is parsed in its dialect; a statement that the parser only passes on must be named in the head's `verifiedNote`, and
the query in it is parsed. Where a file has a check cell, it is also translated to DuckDB's SQL and run there.
"""

import json
import re
import sys
import warnings
from importlib import import_module
from importlib.resources import files
from itertools import zip_longest

import duckdb
import jsonschema
import kubernetes_validate
import sqlglot
import yaml
from harness import CheckFailed, Snippet, drive, run_python, version_of
from sqlglot import exp

DIALECTS = {"snowflake", "bigquery", "redshift", "databricks"}


def run(snippet: Snippet) -> dict:
    folder = snippet.file.parent.name
    if snippet.file.suffix == ".sql":
        return check_sql(snippet, folder)
    if snippet.file.suffix == ".py":
        run_python(snippet, {})
        return {"how": "imported"}
    check, package = YAML_CHECKS[folder]
    return {"how": "parsed", "checkers": version_of(check(snippet) or package)}


# SQL


def check_sql(snippet: Snippet, dialect: str) -> dict:
    for statement in parse(snippet.code, dialect):
        for command in statement.find_all(exp.Command):
            check_command(snippet, command, dialect)
    if snippet.cell("check"):
        run_on_duckdb(snippet, dialect)
    return {"how": "parsed", "checkers": version_of("sqlglot")}


def parse(text: str, dialect: str) -> list[exp.Expression]:
    return [statement for statement in sqlglot.parse(text, dialect=dialect) if statement and not isinstance(statement, exp.Semicolon)]


def check_command(snippet: Snippet, command: exp.Command, dialect: str) -> None:
    """A command is text to the parser: the page says so, and the query at its end is parsed by itself."""
    text = command.sql(dialect=dialect, comments=False).strip()
    verb = re.match(r"(?i)((?:create|alter|drop)(?: or replace)? )?\w+", text)[0].upper().replace(" OR REPLACE", "")
    if verb not in snippet.head.get("verifiedNote", ""):
        raise CheckFailed(f"sqlglot does not parse {verb}: say so in verifiedNote\n{text}")
    query = re.search(r"(?is)\$\$(.*)\$\$|\bas\s+((?:with|select|insert|merge|copy|delete|call)\b.*)", text)
    if query and any(one.find(exp.Command) for one in parse(query[1] or query[2], dialect)):
        raise CheckFailed(f"sqlglot does not parse the query in {verb}")


def run_on_duckdb(snippet: Snippet, dialect: str) -> None:
    if "DuckDB" not in snippet.head.get("verifiedNote", ""):
        raise CheckFailed("say in verifiedNote that it ran on DuckDB after translation")
    with duckdb.connect() as connection:
        connection.execute("set timezone = 'UTC'")
        for cell in snippet.cells:
            # Set-up and check are DuckDB's own SQL.
            for statement in parse(cell.text, dialect) if cell.kind == "snippet" else [cell.text]:
                text = statement if isinstance(statement, str) else statement.sql(dialect="duckdb")
                if cell.kind == "check":
                    check_rows(connection, text)
                else:
                    connection.execute(text)


def check_rows(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    for statement in connection.extract_statements(text):
        rows = connection.execute(statement).fetchall()
        if re.match(r"\s*(select|with)\b", statement.query, re.IGNORECASE) and rows != [(True,)]:
            raise CheckFailed(f"{statement.query.strip()} gives {rows}")


# YAML


def documents(snippet: Snippet) -> list[dict]:
    return list(yaml.load_all(snippet.code, Loader=Loader))


class Loader(yaml.SafeLoader):
    """As YAML 1.2 reads: `on` is a text, and a key stands once."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value if key.tag != "tag:yaml.org,2002:merge"]
        for key in keys:
            if keys.count(key) > 1:
                raise CheckFailed(f"«{key}» stands twice")
        return super().construct_mapping(node, deep)


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def validate(content: dict, schema: dict) -> None:
    validator = jsonschema.validators.validator_for(schema)(schema)
    problems = [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(content)]
    if problems:
        raise CheckFailed("\n".join(problems))


def vendored(name: str) -> dict:
    return json.loads(files("check_jsonschema").joinpath(f"builtin_schemas/vendor/{name}.json").read_text(encoding="utf-8"))


def check_compose(snippet: Snippet) -> None:
    (content,) = documents(snippet)
    validate(content, vendored("compose-spec"))
    services = content["services"]
    problems = []
    for name, service in services.items():
        needed = service.get("depends_on", {})
        for other in needed:
            if other not in services:
                problems.append(f"{name} depends on {other}, which is no service")
            elif isinstance(needed, dict) and needed[other]["condition"] == "service_healthy" and "healthcheck" not in services[other]:
                problems.append(f"{name} waits for the health of {other}, which has no check of it")
        if re.search(r"(?:^[^:]+|:latest)$", service.get("image", "x:1")):
            problems.append(f"the image of {name} has no version")
        for volume in service.get("volumes", []):
            source = volume["source"] if isinstance(volume, dict) else volume.split(":")[0]
            if re.match(r"\w", source) and source not in (content.get("volumes") or {}):
                problems.append(f"the volume {source} of {name} is not declared")
        known = {"secrets": content.get("secrets") or {}, "configs": content.get("configs") or {}}
        for kind, declared in known.items():
            for one in service.get(kind, []):
                if (one["source"] if isinstance(one, dict) else one) not in declared:
                    problems.append(f"{name} uses {one} of {kind}, which is not declared")
    if problems:
        raise CheckFailed("\n".join(problems))


def check_workflow(snippet: Snippet) -> None:
    (content,) = documents(snippet)
    validate(content, vendored("github-workflows"))
    jobs = content["jobs"]
    problems = [] if "permissions" in content else ["state permissions: the default may be to write"]
    for name, job in jobs.items():
        needs = job.get("needs", [])
        problems += [f"{name} needs {one}, which is no job" for one in ([needs] if isinstance(needs, str) else needs) if one not in jobs]
        steps = {step.get("id") for step in job.get("steps", [])}
        text = yaml.safe_dump(job)
        problems += [f"{name} has no step {one}" for one in re.findall(r"steps\.([\w-]+)", text) if one not in steps]
        if "timeout-minutes" not in job and "uses" not in job:
            problems.append(f"{name} may run for six hours: set timeout-minutes")
        problems += [f"{step['uses']} has no version" for step in job.get("steps", []) if "uses" in step and not re.search(r"@v?\d", step["uses"])]
    if problems:
        raise CheckFailed("\n".join(problems))


BUNDLE = {
    "artifacts", "bundle", "environments", "experimental", "include", "permissions", "presets", "python", "resources",
    "run_as", "scripts", "sync", "targets", "variables", "workspace",
}
RESOURCES = {
    "jobs": ("jobs", "Job"),
    "pipelines": ("pipelines", "Pipeline"),
    "schemas": ("schemas", "Schema"),
    "volumes": ("volumes", "Volume"),
}
TARGET = (BUNDLE - {"targets", "include", "environments"}) | {"mode", "default", "cluster_id", "git", "compute_id"}


def check_bundle(snippet: Snippet) -> None:
    """Resources go through the classes of databricks-bundles, which refuse an unknown field or a wrong value."""
    (content,) = documents(snippet)
    problems = [f"a bundle has no «{key}»" for key in content if key not in BUNDLE]
    for name, target in content.get("targets", {}).items():
        problems += [f"the target {name} has no «{key}»" for key in target if key not in TARGET]
        problems += check_resources(target.get("resources", {}), whole=False)
    problems += check_resources(content.get("resources", {}))
    declared = set(content.get("variables", {}))
    problems += [f"the variable {one} is not declared" for one in re.findall(r"\$\{var\.(\w+)", snippet.code) if one not in declared]
    for kind, name in re.findall(r"\$\{resources\.(\w+)\.(\w+)", snippet.code):
        if name not in content["resources"].get(kind, {}):
            problems.append(f"{kind} has no {name}")
    if problems:
        raise CheckFailed("\n".join(problems))


def check_resources(resources: dict, whole: bool = True) -> list[str]:
    problems = []
    for kind, named in resources.items():
        module, name = RESOURCES[kind]
        model = getattr(import_module(f"databricks.bundles.{module}"), name)
        for label, one in named.items():
            try:
                model.from_dict(one)
            except TypeError as error:
                # A target states only what it changes.
                if whole:
                    problems.append(f"{kind}.{label}: {error}")
            except ValueError as error:
                problems.append(f"{kind}.{label}: {error}")
    return problems


def check_manifest(snippet: Snippet) -> str | None:
    """Answers the package, where it is another one than that of the folder."""
    (content,) = documents(snippet)
    if content["apiVersion"].startswith("sparkoperator.k8s.io/"):
        check_spark_application(content)
        return "kubeflow-spark-api"
    kubernetes_validate.validate(content, kubernetes_validate.latest_version(), strict=True)
    return None


def check_spark_application(content: dict) -> None:
    from kubeflow_spark_api import models

    model = getattr(models, f"SparkV1beta2{content['kind']}")
    known = model.from_dict(content).to_dict()
    if lost := differences(content, known):
        raise CheckFailed(f"{content['kind']} has no {', '.join(lost)}")


def differences(given, known, path: str = "") -> list[str]:
    if isinstance(given, dict):
        known = known if isinstance(known, dict) else {}
        return [one for key in given for one in differences(given[key], known.get(key), f"{path}.{key}")]
    if isinstance(given, list):
        known = known if isinstance(known, list) else []
        pairs = enumerate(zip_longest(given, known[: len(given)]))
        return [one for index, (a, b) in pairs for one in differences(a, b, f"{path}[{index}]")]
    return [] if given == known else [f"{path} = {given}"]


YAML_CHECKS = {
    "docker": (check_compose, "check-jsonschema"),
    "github-actions": (check_workflow, "check-jsonschema"),
    "databricks": (check_bundle, "databricks-bundles"),
    "kubernetes": (check_manifest, "kubernetes-validate"),
}

if __name__ == "__main__":
    with warnings.catch_warnings(action="ignore"):
        import google.cloud.bigquery  # noqa: F401 its import belongs to no snippet
    drive(sys.argv[1:], run, {})
