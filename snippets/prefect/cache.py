# ---
# prefix: prefect-cache
# title: Do not repeat what is done
# description: Keeps a task's result for its inputs, so that a rerun skips it until it expires or is asked anew.
# needs: [prefect 3.8]
# placeholders: [load_day, load_month]
# verified: executed
# references:
#   - { name: "Prefect: caching", url: "https://docs.prefect.io/v3/how-to-guides/workflows/cache-workflow-steps", checked: 2026-11-22 }
# ---
# %% setup
calls = []
# %% snippet
import datetime as dt

from prefect import flow, task
from prefect.cache_policies import INPUTS, TASK_SOURCE


@task(
    # The same inputs and the same code. The default policy has the run's id in it, and so helps one run only.
    cache_policy=INPUTS + TASK_SOURCE - "verbose",
    cache_expiration=dt.timedelta(days=7),
    persist_result=True,
)
def load_day(day: dt.date, verbose: bool = False) -> int:
    calls.append(day)
    return day.day


@flow
def load_month(days: list[dt.date]) -> int:
    return sum(load_day(day) for day in days)


if __name__ == "__main__":
    load_month([dt.date(2026, 11, 1), dt.date(2026, 11, 2)])
# %% check
assert load_month([dt.date(2026, 11, 1), dt.date(2026, 11, 3)]) == 4
assert [day.day for day in calls] == [1, 2, 3]
load_day.with_options(refresh_cache=True)(dt.date(2026, 11, 1))
assert len(calls) == 4
