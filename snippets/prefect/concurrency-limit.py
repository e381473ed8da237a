# ---
# prefix: prefect-concurrency-limit
# title: Limit what runs at once, across flows
# description: Holds a slot of a limit that the server keeps, so that a database is not asked by too many at once.
# needs: [prefect 3.8]
# placeholders: [warehouse, query_all]
# verified: executed
# references:
#   - { name: "Prefect: global concurrency limits", url: "https://docs.prefect.io/v3/how-to-guides/workflows/global-concurrency-limits", checked: 2026-11-22 }
# ---
# %% setup
import threading
import time

from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitCreate

with get_client(sync_client=True) as client:
    client.create_global_concurrency_limit(GlobalConcurrencyLimitCreate(name="warehouse", limit=1))
lock, at_once, most = threading.Lock(), 0, 0


def ask(number):
    global at_once, most
    with lock:
        at_once += 1
        most = max(most, at_once)
    time.sleep(0.2)
    with lock:
        at_once -= 1
    return number * 2
# %% snippet
from prefect import flow, task
from prefect.concurrency.sync import concurrency


@task
def query(number: int) -> int:
    # Made once with: prefect gcl create warehouse --limit 5
    # strict: without it a limit that does not exist is ignored with a warning.
    with concurrency("warehouse", occupy=1, timeout_seconds=600, strict=True):
        return ask(number)


@flow
def query_all(numbers: list[int]) -> list[int]:
    return query.map(numbers).result()


if __name__ == "__main__":
    answers = query_all([1, 2, 3])
# %% check
assert answers == [2, 4, 6]
assert most == 1, most
