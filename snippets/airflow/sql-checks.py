# ---
# prefix: airflow-sql-checks
# title: SQL and data-quality checks
# description: Runs SQL on any database and stops the run when rows or columns of the result are not as they should be.
# needs: [apache-airflow 3.3, apache-airflow-providers-common-sql 2.4]
# placeholders: [checked_load]
# verified: executed
# ---
# %% setup
import os

os.environ["AIRFLOW_CONN_WAREHOUSE"] = '{"conn_type": "sqlite", "host": "/tmp/warehouse.sqlite"}'
# %% snippet
import pendulum
from airflow.providers.common.sql.operators.sql import (
    SQLColumnCheckOperator,
    SQLExecuteQueryOperator,
    SQLTableCheckOperator,
)
from airflow.sdk import chain, dag


@dag(
    schedule="@daily",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    default_args={"conn_id": "warehouse"},
)
def checked_load():
    load = SQLExecuteQueryOperator(
        task_id="load",
        sql=[
            "DROP TABLE IF EXISTS orders",
            "CREATE TABLE orders AS SELECT 1 AS order_id, 9.5 AS amount UNION ALL SELECT 2, 4.5",
        ],
    )
    columns = SQLColumnCheckOperator(
        task_id="check_columns",
        table="orders",
        column_mapping={
            "order_id": {"null_check": {"equal_to": 0}, "unique_check": {"equal_to": 0}},
            "amount": {"min": {"geq_to": 0}},
        },
    )
    rows = SQLTableCheckOperator(
        task_id="check_rows",
        table="orders",
        checks={"row_count": {"check_statement": "COUNT(*) >= 1"}},
    )
    chain(load, [columns, rows])


checked_load()
# %% check
run = checked_load().test()
assert run.state == "success", {t.task_id: t.state for t in run.get_task_instances()}
