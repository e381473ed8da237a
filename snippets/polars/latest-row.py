# ---
# prefix: polars-latest-row
# title: Keep the newest row of each key
# description: Sorts, then keeps the last row of each key; ties are broken by a second column.
# needs: [polars 2.1]
# placeholders: [raw_orders, order_id, updated_at, loaded_at]
# verified: executed
# references:
#   - { name: "Polars: DataFrame.unique", url: "https://docs.pola.rs/api/python/stable/reference/dataframe/api/polars.DataFrame.unique.html", checked: 2026-11-22 }
# ---
# %% setup
import polars as pl

raw_orders = pl.LazyFrame(
    {
        "order_id": [1, 1, 1, 2],
        "status": ["shipped", "shipped again", "placed", "placed"],
        "updated_at": [2, 2, 1, 1],
        "loaded_at": [2, 3, 1, 1],
    }
)
# %% snippet
import polars as pl

latest = (
    raw_orders.sort("updated_at", "loaded_at", nulls_last=False)
    # The lazy engine keeps the order for this step only because it is asked to.
    .unique(subset="order_id", keep="last", maintain_order=True)
    .collect()
)
# %% check
assert latest.sort("order_id")["status"].to_list() == ["shipped again", "placed"]
assert isinstance(latest, pl.DataFrame)
