# ---
# prefix: airflow-retry-policy
# title: Retry by kind of error
# description: Decides by the exception whether and when a task is tried again, without code in the task.
# needs: [apache-airflow 3.3]
# placeholders: [load_with_policy]
# verified: executed
# ---
# %% snippet
from datetime import timedelta

import pendulum
from airflow.sdk import ExceptionRetryPolicy, RetryAction, RetryRule, dag, task

BY_ERROR = ExceptionRetryPolicy(
    rules=[
        RetryRule(exception=ConnectionError, action=RetryAction.RETRY, retry_delay=timedelta(minutes=1)),
        RetryRule(exception=ValueError, action=RetryAction.FAIL, reason="bad data stays bad"),
    ]
)


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def load_with_policy():
    @task(retries=5, retry_policy=BY_ERROR)
    def load() -> None:
        raise ValueError("no such column: amount")

    load()


load_with_policy()
# %% check
run = load_with_policy().test()
assert run.get_task_instance("load").state == "failed"
