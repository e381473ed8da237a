# ---
# prefix: airflow-dag-operators
# title: DAG of operators
# description: A DAG as a context manager with operators, their order given by arrows.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [export_orders, make_folder, write_file]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.providers.standard.operators.empty import EmptyOperator
from airflow.sdk import DAG, chain

with DAG(
    dag_id="export_orders",
    schedule="0 6 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/Berlin"),
    catchup=False,
):
    make_folder = BashOperator(task_id="make_folder", bash_command="mkdir -p /tmp/orders_export/{{ ds }}")
    write_file = BashOperator(task_id="write_file", bash_command="echo done > /tmp/orders_export/{{ ds }}/_SUCCESS")
    finished = EmptyOperator(task_id="finished")

    chain(make_folder, write_file, finished)
# %% check
from pathlib import Path

dag = make_folder.dag
run = dag.test(logical_date=pendulum.datetime(2026, 11, 1, tz="UTC"))
assert run.state == "success"
assert Path("/tmp/orders_export/2026-11-01/_SUCCESS").read_text() == "done\n"
