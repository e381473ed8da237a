# ---
# prefix: prefect-flow
# title: Flow with tasks and retries
# description: A typed flow whose tasks retry by themselves with growing delays; its logs go to the server.
# needs: [prefect 3.8]
# placeholders: [load_orders, fetch, day]
# verified: executed
# references:
#   - { name: "Prefect: retries", url: "https://docs.prefect.io/v3/how-to-guides/workflows/retries", checked: 2026-11-22 }
# ---
# %% setup
attempts = []


def ask_shop(when):
    attempts.append(when)
    if len(attempts) == 1:
        raise ConnectionError("the shop is away")
    return [{"order_id": 1, "amount": 9.5}, {"order_id": 2, "amount": 3.0}]
# %% snippet
import datetime as dt

from prefect import flow, get_run_logger, task
from prefect.tasks import exponential_backoff


def is_transient(task, run, state) -> bool:
    """Retries what may pass by itself, and nothing else."""
    return isinstance(state.result(raise_on_failure=False), (ConnectionError, TimeoutError))


@task(
    retries=3,
    retry_delay_seconds=exponential_backoff(backoff_factor=1),
    retry_jitter_factor=0.5,
    retry_condition_fn=is_transient,
    timeout_seconds=300,
)
def fetch(day: dt.date) -> list[dict]:
    return ask_shop(day)


@task
def total(orders: list[dict]) -> float:
    return sum(order["amount"] for order in orders)


@flow(name="load-orders", flow_run_name="load-orders-{day}")
def load_orders(day: dt.date) -> float:
    # Parameters are checked against their types: "2026-11-22" arrives as a date.
    revenue = total(fetch(day))
    get_run_logger().info("revenue of %s: %s", day, revenue)
    return revenue


if __name__ == "__main__":
    load_orders(dt.date(2026, 11, 22))
# %% check
assert attempts == [dt.date(2026, 11, 22)] * 2
assert load_orders("2026-11-21") == 12.5
