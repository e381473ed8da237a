# ---
# prefix: prefect-test-flow
# title: Test a flow
# description: Calls a task's function alone, and the flow against a temporary server and database.
# needs: [prefect 3.8]
# placeholders: [add_tax, invoice]
# verified: executed
# references:
#   - { name: "Prefect: testing workflows", url: "https://docs.prefect.io/v3/how-to-guides/workflows/test-workflows", checked: 2026-11-22 }
# ---
# %% snippet
from prefect import flow, task
from prefect.testing.utilities import prefect_test_harness


@task
def add_tax(amount: float, rate: float = 0.19) -> float:
    return round(amount * (1 + rate), 2)


@flow
def invoice(amounts: list[float]) -> float:
    return sum(add_tax.map(amounts).result())


def test_task_alone():
    assert add_tax.fn(100) == 119.0


def test_flow():
    # As a fixture with scope="session", so that one server serves all tests.
    with prefect_test_harness(server_startup_timeout=60):
        assert invoice([100, 50]) == 178.5
# %% check
test_task_alone()
test_flow()
