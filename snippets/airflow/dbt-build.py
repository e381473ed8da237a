# ---
# prefix: airflow-dbt-build
# title: Run dbt
# description: Builds a dbt project with its own interpreter and environment, one task for the whole project.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [/opt/dbt/shop, /opt/venvs/dbt/bin/dbt, prod]
# verified: imported
# verifiedNote: The DAG is parsed; the sample project runs the same command with a real dbt.
# ---
# %% snippet
import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import Asset, dag


@dag(schedule=[Asset("orders")], start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def dbt_build():
    # `dbt retry` in place of this command runs only what failed, as long as target/ is kept.
    BashOperator(
        task_id="build",
        bash_command="/opt/venvs/dbt/bin/dbt build --target prod --vars 'day: {{ ds }}'",
        cwd="/opt/dbt/shop",
        append_env=True,
        env={"DBT_SEND_ANONYMOUS_USAGE_STATS": "false"},
        outlets=[Asset("marts")],
    )


dbt_build()
# %% check
assert dbt_build().get_task("build").cwd == "/opt/dbt/shop"
