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
        environment = jvm.org.apache.spark.api.python.PythonUtils.toScalaMap(jvm.java.util.HashMap())
        parsed = jvm.org.apache.spark.deploy.SparkSubmitArguments(
            jvm.org.apache.spark.api.python.PythonUtils.toSeq(gateway.jvm.java.util.Arrays.asList(to_array(gateway, words))),
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


def to_array(gateway, words: list[str]):
    array = gateway.new_array(gateway.jvm.java.lang.String, len(words))
    for index, word in enumerate(words):
        array[index] = word
    return array


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

    return compile_for(data["folder"], data["targets"])


CHECKS = {
    "spark-submit": spark_submit,
    "emr-serverless": emr_serverless,
    "dataproc": dataproc,
    "bundle": bundle,
    "dbt": dbt,
}

if __name__ == "__main__":
    # What the packages print is kept apart from the answer.
    answer, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps(CHECKS[sys.argv[1]](json.load(sys.stdin))), file=answer)
