# ---
# prefix: dagster-schedule
# title: Job on a schedule
# description: Selects assets into a job and runs it every morning for the day before, in local time.
# needs: [dagster 1.13]
# placeholders: [daily_sales, every_morning]
# verified: executed
# references:
#   - { name: "Dagster: schedules", url: "https://docs.dagster.io/guides/automate/schedules", checked: 2026-11-22 }
# ---
# %% setup
import dagster as dg


@dg.asset(group_name="sales", partitions_def=dg.DailyPartitionsDefinition("2026-11-01", timezone="Europe/Berlin"))
def revenue() -> None: ...


@dg.asset(group_name="other")
def unrelated() -> None: ...
# %% snippet
import datetime as dt

import dagster as dg

daily_sales = dg.define_asset_job("daily_sales", selection=dg.AssetSelection.groups("sales"))


@dg.schedule(
    job=daily_sales,
    cron_schedule="30 6 * * *",
    execution_timezone="Europe/Berlin",
    default_status=dg.DefaultScheduleStatus.RUNNING,
)
def every_morning(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    # From the tick's own time, not from the clock: a late tick still means its day.
    yesterday = context.scheduled_execution_time.date() - dt.timedelta(days=1)
    return dg.RunRequest(run_key=str(yesterday), partition_key=str(yesterday))


defs = dg.Definitions(assets=[revenue, unrelated], jobs=[daily_sales], schedules=[every_morning])
# %% check
from zoneinfo import ZoneInfo

context = dg.build_schedule_context(scheduled_execution_time=dt.datetime(2026, 11, 22, 6, 30, tzinfo=ZoneInfo("Europe/Berlin")))
assert every_morning(context).partition_key == "2026-11-21"
assert defs.resolve_schedule_def("every_morning").execution_timezone == "Europe/Berlin"
assert defs.resolve_job_def("daily_sales").execute_in_process(partition_key="2026-11-21").success
