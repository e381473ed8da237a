# ---
# prefix: snowflake-snowpark
# title: Transform with Snowpark
# description: Builds a query as a DataFrame that runs in the warehouse; no rows come to the client until they are asked for.
# needs: [snowflake-snowpark-python 1.56]
# placeholders: [daily_revenue, orders]
# verified: executed
# verifiedNote: Run on Snowpark's local testing framework, not in a warehouse.
# references:
#   - { name: "Snowpark for Python: local testing", url: "https://docs.snowflake.com/en/developer-guide/snowpark/python/testing-locally", checked: 2026-11-22 }
# ---
# %% setup
from datetime import date

from snowflake.snowpark import Session

session = Session.builder.config("local_testing", True).create()
session.create_dataframe(
    [(1, date(2026, 11, 21), 9.5), (2, date(2026, 11, 22), 3.0), (3, date(2026, 11, 22), 4.0), (4, date(2026, 11, 22), None)],
    schema=["order_id", "order_date", "amount"],
).write.save_as_table("orders", mode="overwrite")
# %% snippet
from snowflake.snowpark import DataFrame, Session
from snowflake.snowpark import functions as F


def daily_revenue(session: Session) -> DataFrame:
    return (
        session.table("orders")
        .filter(F.col("amount").is_not_null())
        .group_by("order_date")
        .agg(F.count("order_id").alias("orders"), F.sum("amount").alias("revenue"))
    )


# Replaces the table as a whole, so that a second run gives the same.
daily_revenue(session).write.save_as_table("daily_revenue", mode="overwrite")
# %% check
for _ in range(2):
    daily_revenue(session).write.save_as_table("daily_revenue", mode="overwrite")
rows = session.table("daily_revenue").sort("order_date").collect()
assert [(row["ORDERS"], row["REVENUE"]) for row in rows] == [(1, 9.5), (2, 7.0)], rows
