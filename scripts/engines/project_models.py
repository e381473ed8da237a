"""Gives requests to the packages of the services they are for. Reads JSON, prints JSON; an error ends it with a trace."""

import json
import os
import sys
from pathlib import Path


def spark_submit(data: dict) -> dict:
    """What Spark's parser of command lines makes of each command."""
    from pyspark.java_gateway import launch_gateway

    os.chdir(data["folder"])
    gateway = launch_gateway()
    jvm = gateway.jvm
    understood = {}
    for name, words in data["submissions"].items():
        variables = jvm.java.util.HashMap()
        # YARN's client reads its files from there; the parser asks only for the variable.
        variables.put("HADOOP_CONF_DIR", "/etc/hadoop/conf")
        environment = jvm.org.apache.spark.api.python.PythonUtils.toScalaMap(variables)
        parsed = jvm.org.apache.spark.deploy.SparkSubmitArguments(
            jvm.org.apache.spark.api.python.PythonUtils.toSeq(to_list(jvm, words)),
            environment,
        )
        understood[name] = {
            "master": option(parsed.maybeMaster()),
            "deployMode": parsed.deployMode(),
            "primaryResource": parsed.primaryResource(),
            "pyFiles": parsed.pyFiles(),
            "packages": parsed.packages(),
            "arguments": [parsed.childArgs().apply(i) for i in range(parsed.childArgs().size())],
            "extensions": option(parsed.sparkProperties().get("spark.sql.extensions")),
        }
    gateway.shutdown()
    return understood


def to_list(jvm, words: list[str]):
    found = jvm.java.util.ArrayList()
    for word in words:
        found.add(word)
    return found


def option(value):
    return value.get() if value.isDefined() else None


def emr_serverless(request: dict) -> dict:
    from botocore.loaders import Loader
    from botocore.model import ServiceModel
    from botocore.validate import ParamValidator

    model = ServiceModel(Loader().load_service_model("emr-serverless", "service-2"))
    problems = ParamValidator().validate(request, model.operation_model("StartJobRun").input_shape)
    if problems.has_errors():
        sys.exit(problems.generate_report())
    return {}


def dataproc(batch: dict) -> dict:
    from google.cloud import dataproc_v1

    # A key that the service does not know is an error here.
    dataproc_v1.Batch(batch)
    return {}


def bundle(data: dict) -> dict:
    """The jobs of a bundle through the SDK's own classes: a key that they do not know would be lost on the way."""
    import yaml
    from databricks.sdk.service.jobs import JobSettings

    content = yaml.safe_load(data["text"])
    files = []
    for name, job in content["resources"]["jobs"].items():
        known = JobSettings.from_dict(job).as_dict()
        lost = differences(job, known)
        if lost:
            sys.exit(f"jobs.{name}: the service does not know {', '.join(lost)}")
        files += [task["spark_python_task"]["python_file"] for task in job["tasks"] if "spark_python_task" in task]
    return {"files": files}


def differences(given, known, path: str = "") -> list[str]:
    if isinstance(given, dict):
        known = known if isinstance(known, dict) else {}
        return [one for key in given for one in differences(given[key], known.get(key), f"{path}.{key}")]
    if isinstance(given, list):
        known = known if isinstance(known, list) else []
        pairs = zip(given, [*known, *[None] * len(given)])
        return [one for index, (a, b) in enumerate(pairs) for one in differences(a, b, f"{path}[{index}]")]
    return [] if given == known else [f"{path} = {given}"]


def dbt(data: dict) -> dict:
    from project_warehouses import compile_for

    return compile_for(data["folder"], data["targets"], data.get("profiles", "deploy"))


def spark_connections(data: dict) -> dict:
    """The command that Airflow's provider makes of the DAG's task with each connection of deploy/connections."""
    folder = Path(data["folder"])
    sys.path.insert(0, str(folder / "dags"))
    os.environ["AIRFLOW_HOME"] = str(folder / ".airflow")
    [name] = [file.stem for file in (folder / "dags").glob("*_load.py")]
    task = getattr(__import__(name), f"{name}_dag").get_task("load")
    task.application_args = [*task.application_args[:-1], "2026-11-01"]
    commands = {}
    for file in sorted((folder / "deploy/connections").glob("*.json")):
        os.environ["AIRFLOW_CONN_SPARK_DEFAULT"] = json.dumps(json.loads(file.read_text())["spark_default"])
        commands[file.stem] = task._get_hook()._build_spark_submit_command(task.application)
    return commands


def cloud_operators(data: dict) -> dict:
    """The operators of deploy/operators.py, and their requests through the models of the services."""
    folder = Path(data["folder"])
    os.environ["AIRFLOW_HOME"] = str(folder / ".airflow")
    sys.path.insert(0, str(folder / "deploy"))
    import operators

    emr = operators.on_emr_serverless("bucket", "00f1abcdefghij01", "arn:aws:iam::123456789012:role/job")
    emr_serverless({
        "applicationId": emr.application_id, "executionRoleArn": emr.execution_role_arn, "name": emr.name,
        "clientToken": emr.client_request_token, "jobDriver": emr.job_driver,
        "configurationOverrides": emr.configuration_overrides,
    })
    dataproc(operators.on_dataproc("bucket", "project", "europe-west1").batch)
    run = operators.on_databricks()
    return {"run_now": {"job_name": run.job_name, "job_parameters": run.job_parameters}}


def run_now(request: dict) -> dict:
    import inspect

    from databricks.sdk.service.jobs import JobsAPI

    # The operator looks the job's name up, and sends its number.
    known = {*inspect.signature(JobsAPI.run_now).parameters, "job_name"}
    lost = sorted(set(request) - known)
    if lost:
        sys.exit(f"the service does not know {', '.join(lost)}")
    return {}


CHECKS = {
    "spark-submit": spark_submit,
    "emr-serverless": emr_serverless,
    "dataproc": dataproc,
    "bundle": bundle,
    "dbt": dbt,
    "spark-connections": spark_connections,
    "cloud-operators": cloud_operators,
    "run-now": run_now,
}

if __name__ == "__main__":
    # What the packages print is kept apart from the answer.
    answer, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps(CHECKS[sys.argv[1]](json.load(sys.stdin))), file=answer)
