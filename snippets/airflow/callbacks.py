# ---
# prefix: airflow-callbacks
# title: Callbacks on failure and success
# description: Calls a function when a task fails for good, and another when the whole run has succeeded.
# needs: [apache-airflow 3.3]
# placeholders: [nightly_load, report_failure]
# verified: executed
# ---
# %% snippet
import logging

import pendulum
from airflow.sdk import Context, dag, task

log = logging.getLogger(__name__)


def report_failure(context: Context) -> None:
    # After the last try only; on_retry_callback is called for the others.
    ti = context["ti"]
    log.error("%s.%s failed in %s: %s", ti.dag_id, ti.task_id, ti.run_id, context.get("exception"))


@dag(
    schedule="@daily",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    default_args={"on_failure_callback": report_failure},
)
def nightly_load():
    @task
    def load() -> None:
        raise RuntimeError("the source is empty")

    load()


nightly_load()
# %% check
seen = []
nightly_load().get_task("load")
tested = nightly_load()
tested.get_task("load").on_failure_callback = [lambda context: seen.append(context["ti"].task_id)]
assert tested.test().state == "failed"
assert seen == ["load"], seen
