# ---
# prefix: prefect-transaction
# title: Roll back when a later step fails
# description: Groups tasks so that a failed check undoes what was written before it.
# needs: [prefect 3.8]
# placeholders: [publish, staging.csv, write_file, check_file]
# verified: executed
# references:
#   - { name: "Prefect: transactions", url: "https://docs.prefect.io/v3/advanced/transactions", checked: 2026-11-22 }
# ---
# %% snippet
from pathlib import Path

from prefect import flow, task
from prefect.transactions import Transaction, transaction

target = Path("staging.csv")


@task
def write_file(rows: list[str]) -> None:
    target.write_text("\n".join(rows))


@write_file.on_rollback
def remove_file(txn: Transaction) -> None:
    target.unlink(missing_ok=True)


@task
def check_file() -> None:
    if len(target.read_text().splitlines()) < 2:
        raise ValueError("too few rows")


@flow
def publish(rows: list[str]) -> None:
    with transaction():
        write_file(rows)
        check_file()


if __name__ == "__main__":
    publish(["order_id", "1"])
# %% check
assert target.exists()
try:
    publish(["order_id"])
except ValueError:
    assert not target.exists()
else:
    raise AssertionError("it did not fail")
