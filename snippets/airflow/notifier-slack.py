# ---
# prefix: airflow-notifier-slack
# title: Tell Slack about failures
# description: Posts into a channel when a task fails for good, with a link to the log.
# needs: [apache-airflow 3.3, apache-airflow-providers-slack 9.11]
# placeholders: [watched_load, slack_default, "#data-alerts"]
# verified: imported
# verifiedNote: The DAG is parsed with the real provider; posting needs a Slack workspace.
# ---
# %% snippet
import pendulum
from airflow.providers.slack.notifications.slack import SlackNotifier
from airflow.sdk import dag, task

failed = SlackNotifier(
    slack_conn_id="slack_default",
    channel="#data-alerts",
    text="{{ ti.dag_id }}.{{ ti.task_id }} failed: {{ ti.log_url }}",
)


@dag(
    schedule="@daily",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    default_args={"on_failure_callback": failed},
)
def watched_load():
    @task
    def load(): ...

    load()


watched_load()
# %% check
(notifier,) = watched_load().get_task("load").on_failure_callback
assert notifier.channel == "#data-alerts"
