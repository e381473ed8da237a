# ---
# prefix: prefect-artifact
# title: Publish a quality report
# description: Keeps a table of each run's check results in the UI, with its history by key, and fails the run after that.
# needs: [prefect 3.8]
# placeholders: [order-quality, check_orders]
# verified: executed
# references:
#   - { name: "Prefect: artifacts", url: "https://docs.prefect.io/v3/how-to-guides/workflows/artifacts", checked: 2026-11-22 }
# ---
# %% snippet
from prefect import flow, task
from prefect.artifacts import create_table_artifact


@task
def run_checks(rows: list[dict]) -> list[dict]:
    keys = [row["order_id"] for row in rows]
    return [
        {"check": "there are rows", "failed rows": 0 if rows else 1},
        {"check": "order_id is unique", "failed rows": len(keys) - len(set(keys))},
        {"check": "amount is positive", "failed rows": sum(row["amount"] <= 0 for row in rows)},
    ]


@flow
def check_orders(rows: list[dict]) -> None:
    results = run_checks(rows)
    # A key is of lower case letters, digits and dashes; runs with the same key make its history.
    create_table_artifact(key="order-quality", table=results, description="Checks of the orders of this run")
    failed = [result["check"] for result in results if result["failed rows"]]
    if failed:
        raise ValueError(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    check_orders([{"order_id": 1, "amount": 9.5}])
# %% check
import json

from prefect.artifacts import Artifact

try:
    check_orders([{"order_id": 1, "amount": 9.5}, {"order_id": 1, "amount": 0}])
except ValueError as error:
    assert str(error) == "failed: order_id is unique, amount is positive"
else:
    raise AssertionError("it did not fail")
table = json.loads(Artifact.get("order-quality").data)
assert [row["failed rows"] for row in table] == [0, 1, 1]
