# ---
# prefix: polars-sink-partitioned
# title: Write partitioned Parquet from a query
# description: Streams a query's result to one folder for each value of a key, without holding it in memory.
# needs: [polars 2.1]
# placeholders: [orders.csv, order_date, lake/orders]
# verified: executed
# references:
#   - { name: "Polars: sources and sinks", url: "https://docs.pola.rs/user-guide/lazy/sources_sinks/", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("orders.csv").write_text("order_id,order_date,amount\n1,2026-11-20,5\n2,2026-11-21,7\n3,2026-11-21,\n")
# %% snippet
import polars as pl

query = pl.scan_csv("orders.csv", try_parse_dates=True).filter(pl.col("amount").is_not_null())
# The key stands in the path, as Hive writes it; a rerun replaces files, but removes none.
query.sink_parquet(
    pl.PartitionBy("lake/orders", key="order_date", include_key=False),
    mkdir=True,
)
# %% check
files = sorted(str(file.parent) for file in Path("lake/orders").rglob("*.parquet"))
assert files == ["lake/orders/order_date=2026-11-20", "lake/orders/order_date=2026-11-21"], files
again = pl.read_parquet("lake/orders/**/*.parquet", hive_partitioning=True).sort("order_id")
assert again["order_id"].to_list() == [1, 2]
