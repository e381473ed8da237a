# ---
# prefix: prefect-serve
# title: Schedule flows in one process
# description: Registers two flows with their schedules and waits for their runs, which start as processes beside it.
# needs: [prefect 3.8]
# placeholders: [load_orders, report, Europe/Berlin]
# verified: executed
# verifiedNote: The deployments were registered with a real server; the waiting for runs was left out.
# references:
#   - { name: "Prefect: flows in local processes", url: "https://docs.prefect.io/v3/how-to-guides/deployment_infra/run-flows-in-local-processes", checked: 2026-11-22 }
# ---
# %% setup
import prefect

registered = []
real = prefect.serve
prefect.serve = lambda *deployments, **options: registered.extend(one.apply() for one in deployments)
# %% snippet
import datetime as dt

from prefect import flow, serve
from prefect.schedules import Cron, Interval


@flow
def load_orders(days_back: int = 1) -> None: ...


@flow
def report() -> None: ...


if __name__ == "__main__":
    serve(
        load_orders.to_deployment(
            name="hourly",
            schedule=Interval(dt.timedelta(hours=1), timezone="Europe/Berlin"),
            parameters={"days_back": 2},
            # A run that is due while the one before still works is left out.
            concurrency_limit=1,
        ),
        report.to_deployment(
            name="every-morning",
            schedule=Cron("30 6 * * *", timezone="Europe/Berlin"),
            tags=["daily"],
        ),
        limit=4,
        # Else the schedules stop with the process, and stay so.
        pause_on_shutdown=False,
    )
# %% check
from prefect.client.orchestration import get_client

with get_client(sync_client=True) as client:
    hourly, morning = (client.read_deployment(one) for one in registered)
assert hourly.parameters == {"days_back": 2}
assert morning.schedules[0].schedule.cron == "30 6 * * *"
assert morning.schedules[0].schedule.timezone == "Europe/Berlin"
prefect.serve = real
