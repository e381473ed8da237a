# ---
# prefix: airflow-branch
# title: Branch and join
# description: Chooses the path at run time and joins the paths again with a trigger rule that accepts skipped tasks.
# needs: [apache-airflow 3.3]
# placeholders: [weekly_or_daily]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import TriggerRule, dag, task


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def weekly_or_daily():
    @task.branch
    def choose(logical_date: pendulum.DateTime | None = None) -> str:
        return "full_load" if logical_date.day_of_week == pendulum.SUNDAY else "delta_load"

    @task
    def full_load(): ...

    @task
    def delta_load(): ...

    # With all_success, the default, the skipped path would skip this task too.
    @task(trigger_rule=TriggerRule.NONE_FAILED_MIN_ONE_SUCCESS)
    def publish(): ...

    choose() >> [full_load(), delta_load()] >> publish()


weekly_or_daily()
# %% check
run = weekly_or_daily().test(logical_date=pendulum.datetime(2026, 11, 22, tz="UTC"))
states = {t.task_id: t.state for t in run.get_task_instances()}
assert states == {"choose": "success", "full_load": "success", "delta_load": "skipped", "publish": "success"}, states
