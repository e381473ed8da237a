"""The files that take a project elsewhere: each script is run with recorders in place of the programs that it calls, and
what it would have sent is given to the real parser or the real model of the service."""

import json
import subprocess
from pathlib import Path

from project_common import HERE, Failed, Project, base_environment, environment

RECORDER = """#!/usr/bin/env python3
import json, os, sys
with open(os.environ["RECORD"], "a") as out:
    out.write(json.dumps([os.path.basename(sys.argv[0]), *sys.argv[1:]]) + "\\n")
if sys.argv[1:3] == ["config", "view"]:
    print("https://kubernetes.example:6443", end="")
"""


def record(project: Project, script: str, *arguments: str, **variables: str) -> list[list[str]]:
    """The commands that a script gives, by running it with stand-ins."""
    programs = project.folder.parent / "recorders"
    programs.mkdir(exist_ok=True)
    for name in ("spark-submit", "aws", "gcloud", "kubectl"):
        program = programs / name
        program.write_text(RECORDER)
        program.chmod(0o755)
    out = programs / "record.jsonl"
    out.write_text("")
    path = f"{programs}:{base_environment()['PATH']}"
    project.run("bash", script, *arguments, PATH=path, RECORD=str(out), **variables)
    return [json.loads(line) for line in out.read_text().splitlines()]


def inside(name: str, what: str, data: object) -> object:
    """Runs one of the checks of project_models.py in the environment that has the package for it."""
    done = subprocess.run(
        [environment(name) / "bin/python", HERE / "project_models.py", what],
        input=json.dumps(data), capture_output=True, text=True, check=False, env=base_environment(),
    )
    if done.returncode:
        raise Failed(f"{what}: {done.stderr.strip()[-2000:]}")
    return json.loads(done.stdout)


def check_spark_submit(project: Project, submissions: dict[str, list[str]]) -> dict[str, dict]:
    """Spark's own parser reads the commands; answers what it understood."""
    data = {"folder": str(project.folder), "submissions": submissions}
    return inside("projects-delta", "spark-submit", data)


def options(command: list[str]) -> dict[str, str]:
    """`--name value` pairs of a command line, up to a bare `--`."""
    words = command[: command.index("--")] if "--" in command else command
    return {name: value for name, value in zip(words, words[1:]) if name.startswith("--")}


def check_emr(project: Project, **variables: str) -> None:
    commands = record(project, "deploy/emr-serverless.sh", **variables)
    started = next(command for command in commands if command[1:3] == ["emr-serverless", "start-job-run"])
    given = options(started)
    request = {
        "applicationId": given["--application-id"],
        "executionRoleArn": given["--execution-role-arn"],
        "name": given["--name"],
        "clientToken": "filled-in-by-the-client",
        "jobDriver": json.loads(given["--job-driver"]),
        "configurationOverrides": json.loads(given["--configuration-overrides"]),
    }
    if "--mode" in given:
        request["mode"] = given["--mode"]
    inside("airflow", "emr-serverless", request)
    uploaded = {command[4] for command in commands if command[1:3] == ["s3", "cp"]}
    submit = request["jobDriver"]["sparkSubmit"]
    python_files = options(submit["sparkSubmitParameters"].split())["--py-files"]
    project.expect("what EMR is told to read", {submit["entryPoint"], python_files}, uploaded)


def check_dataproc(project: Project, **variables: str) -> None:
    commands = record(project, "deploy/dataproc.sh", **variables)
    submit = commands[-1]
    project.expect("gcloud", submit[1:5], ["dataproc", "batches", "submit", "pyspark"])
    given = options(submit)
    separator, text = given["--properties"][1], given["--properties"][3:]
    batch = {
        "pyspark_batch": {
            "main_python_file_uri": submit[5],
            "python_file_uris": [given["--py-files"]],
            "args": submit[submit.index("--") + 1 :],
        },
        "runtime_config": {
            "version": given["--version"],
            "properties": dict(pair.split("=", 1) for pair in text.split(separator)),
        },
    }
    inside("airflow", "dataproc", batch)
    uploaded = {command[4] for command in commands if command[1:3] == ["storage", "cp"]}
    project.expect("what Google Cloud is told to read", {submit[5], given["--py-files"]}, uploaded)


def check_bundle(project: Project, file: str = "databricks.yml") -> None:
    text = (project.folder / file).read_text()
    bundle = inside("dbt-warehouses", "bundle", {"text": text})
    for path in bundle["files"]:
        if not (project.folder / Path(file).parent / path).exists():
            raise Failed(f"{file} names {path}, which is not there")
