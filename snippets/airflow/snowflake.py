# ---
# prefix: airflow-snowflake
# title: SQL on Snowflake
# description: Runs SQL on Snowflake over its SQL API, waiting in the triggerer while the query runs.
# needs: [apache-airflow 3.3, apache-airflow-providers-snowflake 6.19]
# placeholders: [snowflake_default, TRANSFORMING]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; running it needs an account.
# ---
# %% snippet
import pendulum
from airflow.providers.snowflake.operators.snowflake import SnowflakeSqlApiOperator
from airflow.sdk import dag


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def snowflake_load():
    SnowflakeSqlApiOperator(
        task_id="load_day",
        snowflake_conn_id="snowflake_default",
        warehouse="TRANSFORMING",
        # Deletes the day before it loads it: a retry leaves no duplicate.
        sql="""
            DELETE FROM analytics.orders WHERE ordered_on = '{{ ds }}';
            INSERT INTO analytics.orders SELECT * FROM raw.orders WHERE ordered_on = '{{ ds }}';
        """,
        statement_count=2,
        deferrable=True,
    )


snowflake_load()
# %% check
task = snowflake_load().get_task("load_day")
assert task.statement_count == 2 and "{{ ds }}" in task.sql
