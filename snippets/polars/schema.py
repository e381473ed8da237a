# ---
# prefix: polars-schema
# title: Check a file's columns before the work
# description: Declares the expected schema, refuses a file that differs, and parses what CSV cannot type.
# needs: [polars 2.1]
# placeholders: [orders.csv]
# verified: executed
# references:
#   - { name: "Polars: schemas", url: "https://docs.pola.rs/user-guide/lazy/schemas/", checked: 2026-11-22 }
#   - { name: "Polars: scan_csv", url: "https://docs.pola.rs/api/python/stable/reference/api/polars.scan_csv.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("orders.csv").write_text("order_id,amount,ordered_at\n1,9.50,22.11.2026 08:00\n2,,22.11.2026 09:30\n")
# %% snippet
import polars as pl

raw_schema = {"order_id": pl.Int64, "amount": pl.Decimal(10, 2), "ordered_at": pl.String}
raw = pl.scan_csv("orders.csv", schema_overrides=raw_schema)

# Reads the head of the file only.
if list(raw.collect_schema()) != list(raw_schema):
    raise ValueError(f"orders.csv has the columns {raw.collect_schema().names()}")

orders = raw.with_columns(
    pl.col("ordered_at").str.to_datetime("%d.%m.%Y %H:%M", time_zone="UTC"),
).collect()
# %% check
import datetime as dt
from decimal import Decimal

assert orders.schema["amount"] == pl.Decimal(10, 2)
assert orders["amount"].to_list() == [Decimal("9.50"), None]
assert orders["ordered_at"][1] == dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone.utc)
