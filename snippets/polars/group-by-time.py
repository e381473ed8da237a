# ---
# prefix: polars-group-by-time
# title: Totals of each hour, with gaps filled
# description: Groups events into windows of an hour and adds the hours in which nothing happened.
# needs: [polars 2.1]
# placeholders: [events, happened_at, amount]
# verified: executed
# references:
#   - { name: "Polars: grouping by time windows", url: "https://docs.pola.rs/user-guide/transformations/time-series/rolling/", checked: 2026-11-22 }
# ---
# %% setup
import datetime as dt

import polars as pl

events = pl.DataFrame(
    {
        "happened_at": [dt.datetime(2026, 11, 22, hour, minute) for hour, minute in ((9, 59), (9, 0), (11, 30))],
        "amount": [1.0, 2.0, 4.0],
    }
)
# %% snippet
import polars as pl

hourly = (
    events.sort("happened_at")
    .group_by_dynamic("happened_at", every="1h", closed="left", label="left")
    .agg(pl.col("amount").sum())
    .upsample("happened_at", every="1h")
    .with_columns(pl.col("amount").fill_null(0))
)
# %% check
assert hourly["amount"].to_list() == [3.0, 0.0, 4.0]
assert hourly["happened_at"].dt.hour().to_list() == [9, 10, 11]
