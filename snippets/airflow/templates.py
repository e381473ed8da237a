# ---
# prefix: airflow-templates
# title: Jinja in operator arguments
# description: Fills dates, parameters and variables into a command and a SQL file when the task runs.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [templated]
# verified: executed
# ---
# %% setup
import os

os.environ["AIRFLOW_VAR_BUCKET"] = "lake"
# %% snippet
import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import dag


def in_cents(amount: float) -> int:
    return round(amount * 100)


@dag(
    schedule="@daily",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    params={"country": "DE"},
    user_defined_filters={"in_cents": in_cents},
)
def templated():
    # Only arguments that an operator names in template_fields are rendered; a variable is read here, not while parsing.
    BashOperator(
        task_id="copy",
        bash_command=(
            "echo s3://{{ var.value.bucket }}/{{ logical_date.strftime('%Y/%m') }}/{{ params.country }}"
            " {{ macros.ds_add(ds, -7) }} {{ 1.5 | in_cents }}"
        ),
    )


templated()
# %% check
run = templated().test(logical_date=pendulum.datetime(2026, 11, 22, tz="UTC"))
assert run.get_task_instance("copy").xcom_pull(task_ids="copy") == "s3://lake/2026/11/DE 2026-11-15 150"
