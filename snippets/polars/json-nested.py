# ---
# prefix: polars-json-nested
# title: Flatten nested JSON lines
# description: Turns lists of objects into rows and fields into columns, with a declared schema.
# needs: [polars 2.1]
# placeholders: [events.jsonl, order_id]
# verified: executed
# references:
#   - { name: "Polars: structs", url: "https://docs.pola.rs/user-guide/expressions/structs/", checked: 2026-11-22 }
#   - { name: "Polars: JSON files", url: "https://docs.pola.rs/user-guide/io/json/", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("events.jsonl").write_text(
    '{"order_id": 1, "lines": [{"sku": "a", "quantity": 2}, {"sku": "b", "quantity": 1}]}\n{"order_id": 2, "lines": []}\n'
)
# %% snippet
import polars as pl

schema = {"order_id": pl.Int64, "lines": pl.List(pl.Struct({"sku": pl.String, "quantity": pl.Int64}))}
order_lines = (
    pl.scan_ndjson("events.jsonl", schema=schema)
    # An empty list gives no row; say empty_as_null=True to keep the order.
    .explode("lines", empty_as_null=False)
    .unnest("lines")
    .collect()
)
# %% check
assert order_lines.sort("sku").to_dicts() == [
    {"order_id": 1, "sku": "a", "quantity": 2},
    {"order_id": 1, "sku": "b", "quantity": 1},
]
