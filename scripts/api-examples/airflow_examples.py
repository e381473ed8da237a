"""Checks Airflow's examples inside a task of a run that `dag.test()` makes, so that what they ask of a run is there.

What an example defines is built in a DAG, its templates are rendered with the task's context, its DAG is serialized.
What calls a service is called until it finds that none listens. Commands are read by Airflow's own parser, not run.
"""

import ast
import importlib
import os
import re
import runpy
import shlex
from pathlib import Path

from drive import Failed, drive
from harness import Watch
from run_airflow import ALLOWED, DAGS, prepare, reset_database

# What an example may name without an import, besides `airflow.sdk`, its exceptions and the class that it explains.
PRELUDE = {
    "datetime": "datetime.datetime",
    "timedelta": "datetime.timedelta",
    "timezone": "datetime.timezone",
    "os": "os",
    "pendulum": "pendulum",
    "BashOperator": "airflow.providers.standard.operators.bash.BashOperator",
    "EmptyOperator": "airflow.providers.standard.operators.empty.EmptyOperator",
    "FileSensor": "airflow.providers.standard.sensors.filesystem.FileSensor",
}
TESTED = """from datetime import datetime
import pendulum
from airflow.sdk import DAG
from airflow.providers.standard.operators.empty import EmptyOperator

with DAG("tested", schedule=None, start_date=datetime(2026, 1, 1)) as dag:
    EmptyOperator(task_id="start")

"""
FILES = Path(os.environ["ENGINES_WORK"], "templates")
TEMPLATES = {"load.sql": "SELECT '{{ ds }}'", "sql/orders.sql": "SELECT '{{ ds }}'"}
ENVIRONMENT = {
    "AIRFLOW_VAR_BUCKET": "lake",
    "AIRFLOW_VAR_DAYS": "3",
    "AIRFLOW_CONN_DWH": "postgres://etl:secret@127.0.0.1:1/dwh?connect_timeout=2",
    "AIRFLOW_CONN_AWS_DEFAULT": '{"conn_type": "aws", "login": "a", "password": "b", "extra": {"region_name": "x",'
    ' "endpoint_url": "http://127.0.0.1:1", "config_kwargs": {"retries": {"max_attempts": 0}}}}',
}
LITERAL = "{{ not a template }}"
RUNS = re.compile(r"get_current_context\(|Variable\.get\(|get_connection\(|^raise |\.test\(")
CALLS = re.compile(r"\w+Hook\(")
UNREACHABLE = ("OperationalError", "EndpointConnectionError")


def main():
    prepare()
    os.environ.update(ENVIRONMENT)
    reset_database()
    for name, text in TEMPLATES.items():
        (FILES / name).parent.mkdir(parents=True, exist_ok=True)
        (FILES / name).write_text(text)
    # `dag.test()` runs what stands in a file of the DAGs folder
    (DAGS / "examples.py").write_text("from airflow_examples import make_dag\n\ndag = make_dag()\n")
    (DAGS / "tested.py").write_text(TESTED)
    import pendulum

    run = make_dag().test(logical_date=pendulum.datetime(2026, 1, 2))
    if run.state != "success":
        raise SystemExit(f"the run in which the examples stand ended as {run.state}")


def make_dag():
    import airflow
    import pendulum
    from airflow.providers.standard.operators.python import PythonOperator
    from airflow.sdk import DAG, Asset, get_current_context

    orders = Asset("orders")

    def count():
        get_current_context()["outlet_events"][orders].extra = {"rows": 3}
        return 3

    def examples(**context):
        drive(lambda case: check(case, context), f"apache-airflow {airflow.__version__}")

    with DAG("examples", schedule="@daily", start_date=pendulum.datetime(2026, 1, 1), params={"days": 7}) as dag:
        first = PythonOperator(task_id="count", python_callable=count, outlets=[orders])
        first >> PythonOperator(task_id="examples", python_callable=examples, inlets=[orders], outlets=[orders])
    return dag


def check(case, context):
    code = case["example"]["code"].strip()
    with Watch(ALLOWED) as watch:
        how = parse_command(code) if case["section"] == "commands" else evaluate(case["key"], code, context)
    if watch.seen:
        raise Failed("\n".join(watch.seen))
    return {"how": how}


def parse_command(code):
    from airflow.cli.cli_parser import get_parser

    for line in code.splitlines():
        try:
            get_parser().parse_args(shlex.split(line)[1:])
        except SystemExit as error:
            raise Failed(f"Airflow's parser refuses: {line}") from error
    return "parsed"


def evaluate(key, code, context):
    from airflow.sdk import DAG

    if key.endswith(".DAG.test"):
        return run_as_file(code)
    tree = ast.parse(code)
    with DAG("example", schedule=None, template_searchpath=[str(FILES)], params={"days": 7}) as dag:
        names = names_for(tree, key)
        given = {*names, "__builtins__"}
        try:
            value = execute(tree, names)
        except Exception as error:
            return expected(error, key, code)
        made = [dag, value, *(names[name] for name in names if name not in given), *call_definitions(tree, names)]
    rendered = render(made, context)
    serialize(made)
    if RUNS.search(code):
        return "executed"
    return "rendered" if rendered else "instantiated"


def execute(tree, names):
    """The value of the last line, if it is an expression."""
    last = tree.body[-1] if isinstance(tree.body[-1], ast.Expr) else None
    body = ast.Module(tree.body[:-1] if last else tree.body, [])
    exec(compile(body, "example", "exec"), names)
    return last and eval(compile(ast.Expression(last.value), "example", "eval"), names)


def names_for(tree, key):
    """Only what the code names, so that nothing is imported that it does not use."""
    import airflow.sdk
    import airflow.sdk.exceptions

    names = {"__name__": "__main__"}
    module, _, own = key.rpartition(".")
    for name in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}:
        if name in PRELUDE:
            names[name] = imported(PRELUDE[name])
        elif name == own and module.startswith("airflow.providers."):
            names[name] = imported(key)
        elif name in airflow.sdk.__all__:
            names[name] = getattr(airflow.sdk, name)
        elif hasattr(airflow.sdk.exceptions, name):
            names[name] = getattr(airflow.sdk.exceptions, name)
    return names


def imported(path):
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module(module), name) if module else importlib.import_module(name)


def call_definitions(tree, names):
    """Decorated functions define something only when they are called in a DAG."""
    found = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and callable(names[node.name]):
            required = len(node.args.args) - len(node.args.defaults)
            found.append(names[node.name](*range(required)))
    return found


def expected(error, key, code):
    kind = type(error).__name__
    if code.startswith("raise ") and kind == key.rpartition(".")[2]:
        return "executed"
    if CALLS.search(code) and kind in UNREACHABLE:
        return "called"
    raise error


def run_as_file(code):
    file = DAGS / "tested.py"
    file.write_text(TESTED + code + "\n")
    runpy.run_path(str(file), run_name="__main__")
    return "executed"


def render(made, context):
    """Renders what can be rendered; answers whether there was a template. None may be left over."""
    from airflow.sdk import DAG, BaseNotifier, BaseOperator

    tasks = [task for dag in made if isinstance(dag, DAG) for task in dag.tasks if isinstance(task, BaseOperator)]
    templated = [*tasks, *(one for one in made if isinstance(one, BaseNotifier))]
    strings = [one for one in made if isinstance(one, str) and "{{" in one]
    had = bool(strings) or any("{{" in fields_of(one) for one in templated)
    for one in templated:
        one.render_template_fields(context)
    environment = context["dag"].get_template_env()
    left = [environment.from_string(one).render(context) for one in strings] + [fields_of(one) for one in templated]
    for text in left:
        if "{{" in text and LITERAL not in text:
            raise Failed(f"a template was not rendered: {text}")
    return had


def fields_of(one):
    """What an operator or a notifier was given, as text."""
    ours = ("dag", "task_group", "_BaseOperator__init_kwargs")
    plain = (str, list, dict, tuple)
    return repr([value for name, value in vars(one).items() if name not in ours and isinstance(value, plain)])


def serialize(made):
    from airflow.sdk import DAG
    from airflow.serialization.serialized_objects import DagSerialization

    for dag in made:
        if isinstance(dag, DAG):
            DagSerialization.to_dict(dag)


if __name__ == "__main__":
    main()
