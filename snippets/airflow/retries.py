# ---
# prefix: airflow-retries
# title: Retries, timeouts and errors not worth a retry
# description: Retries with growing pauses, ends what hangs, and fails at once where a retry cannot help.
# needs: [apache-airflow 3.3]
# placeholders: [call_api]
# verified: executed
# ---
# %% snippet
from datetime import timedelta

import pendulum
from airflow.sdk import dag, task
from airflow.sdk.exceptions import AirflowFailException


@dag(
    schedule="@hourly",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    dagrun_timeout=timedelta(hours=2),
)
def call_api():
    @task(
        retries=4,
        retry_delay=timedelta(seconds=30),
        retry_exponential_backoff=2.0,
        max_retry_delay=timedelta(minutes=10),
        execution_timeout=timedelta(minutes=15),
    )
    def fetch(status: int = 403) -> None:
        if status in (401, 403):
            raise AirflowFailException("the key is refused: trying again changes nothing")
        if status >= 500:
            raise RuntimeError("the server failed: worth another try")

    fetch()


call_api()
# %% check
run = call_api().test()
assert run.get_task_instance("fetch").state == "failed"
assert call_api().get_task("fetch").retries == 4
