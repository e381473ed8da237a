# ---
# prefix: polars-join-as-of
# title: Join to the value valid at that time
# description: Takes for each row the last rate at or before its time, unless that is too old.
# needs: [polars 2.1]
# placeholders: [orders, rates, currency, ordered_at, valid_from]
# verified: executed
# references:
#   - { name: "Polars: joins", url: "https://docs.pola.rs/user-guide/transformations/joins/#asof-join", checked: 2026-11-22 }
# ---
# %% setup
import datetime as dt

import polars as pl


def day(number):
    return dt.datetime(2026, 11, number)


orders = pl.DataFrame({"currency": ["USD", "USD", "CHF"], "ordered_at": [day(5), day(20), day(20)], "amount": [10.0, 10.0, 10.0]})
rates = pl.DataFrame({"currency": ["USD", "USD"], "valid_from": [day(1), day(10)], "rate": [0.5, 0.9]})
# %% snippet
import polars as pl

# Both sides must be sorted by time, within each key.
converted = orders.sort("ordered_at").join_asof(
    rates.sort("valid_from"),
    left_on="ordered_at",
    right_on="valid_from",
    by="currency",
    strategy="backward",
    tolerance="30d",
    check_sortedness=False,  # it cannot be checked where there is a key
)
in_euro = converted.with_columns(pl.col("amount").mul(pl.col("rate")).alias("amount_eur"))
# %% check
assert in_euro.sort("currency", "ordered_at")["amount_eur"].to_list() == [None, 5.0, 9.0]
