# ---
# prefix: snowflake-snowpark-test
# title: Test Snowpark code without an account
# description: A session that keeps tables in memory, as a fixture, and a comparison of rows.
# needs: [snowflake-snowpark-python 1.56, pytest 9.2]
# placeholders: [with_tax]
# verified: executed
# verifiedNote: Run on Snowpark's local testing framework, not in a warehouse.
# references:
#   - { name: "Snowpark for Python: local testing", url: "https://docs.snowflake.com/en/developer-guide/snowpark/python/testing-locally", checked: 2026-11-22 }
# ---
# %% snippet
from collections.abc import Iterator

import pytest
from snowflake.snowpark import DataFrame, Row, Session
from snowflake.snowpark import functions as F


def with_tax(orders: DataFrame, rate: float = 0.25) -> DataFrame:
    return orders.with_column("gross", F.col("amount") * (1 + rate))


@pytest.fixture(scope="session")
def session() -> Iterator[Session]:
    # Not every function is there: what is missing raises, and is better tested against an account.
    with Session.builder.config("local_testing", True).create() as session:
        yield session


def test_gross_amount(session: Session) -> None:
    orders = session.create_dataframe([[1, 100.0], [2, None]], schema=["order_id", "amount"])
    found = with_tax(orders).sort("order_id").collect()
    assert found == [Row(ORDER_ID=1, AMOUNT=100.0, GROSS=125.0), Row(ORDER_ID=2, AMOUNT=None, GROSS=None)]
# %% check
assert pytest.main(["-q", "-p", "no:cacheprovider", __file__]) == 0
