# ---
# prefix: airflow-bash-task
# title: Shell command as a task
# description: Runs the command that a function returns, with environment variables instead of text pasted into it.
# needs: [apache-airflow 3.3, apache-airflow-providers-standard 1.21]
# placeholders: [run_script]
# verified: executed
# ---
# %% snippet
import pendulum
from airflow.sdk import dag, task


@dag(schedule="@daily", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False)
def run_script():
    # The exit code 99 skips the task; the last line of output is what the task returns.
    @task.bash(env={"DAY": "{{ ds }}"}, append_env=True, skip_on_exit_code=99)
    def export() -> str:
        return 'set -euo pipefail; echo "exported $DAY"'

    export()


run_script()
# %% check
run = run_script().test(logical_date=pendulum.datetime(2026, 11, 1, tz="UTC"))
assert run.get_task_instance("export").xcom_pull(task_ids="export") == "exported 2026-11-01"
