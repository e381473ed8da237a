# ---
# prefix: polars-scan-parquet
# title: Aggregate Parquet lazily
# description: Describes the query first, so that only the needed columns and row groups are read, then runs it in batches.
# needs: [polars 2.1]
# placeholders: [lake/orders, country, amount]
# verified: executed
# references:
#   - { name: "Polars: lazy API", url: "https://docs.pola.rs/user-guide/concepts/lazy-api/", checked: 2026-11-22 }
#   - { name: "Polars: upgrade to 2.0", url: "https://docs.pola.rs/releases/upgrade/2/", checked: 2026-11-22 }
# ---
# %% setup
import datetime as dt

import polars as pl

pl.DataFrame(
    {
        "order_date": [dt.date(2026, 11, day) for day in (20, 21, 21, 22)],
        "country": ["DE", "DE", "FR", "DE"],
        "amount": [1.0, 2.0, 3.0, 4.0],
    }
).write_parquet("lake/orders/part.parquet", mkdir=True)
# %% snippet
import datetime as dt

import polars as pl

revenue = (
    pl.scan_parquet("lake/orders")
    .filter(pl.col("order_date") >= dt.date(2026, 11, 21))
    .group_by("country")
    .agg(
        pl.len().alias("orders"),
        pl.col("amount").sum().alias("revenue"),
    )
    # Grouping promises no order.
    .sort("revenue", descending=True)
    .collect()
)
# %% check
assert revenue.to_dicts() == [
    {"country": "DE", "orders": 2, "revenue": 6.0},
    {"country": "FR", "orders": 1, "revenue": 3.0},
]
