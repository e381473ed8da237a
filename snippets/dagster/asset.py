# ---
# prefix: dagster-asset
# title: Assets that depend on each other
# description: Two tables as functions, with group, retries, and metadata that the UI plots over time.
# needs: [dagster 1.13]
# placeholders: [raw_orders, daily_revenue, sales]
# verified: executed
# references:
#   - { name: "Dagster: defining assets", url: "https://docs.dagster.io/guides/build/assets/defining-assets", checked: 2026-11-22 }
# ---
# %% snippet
import csv
from pathlib import Path

import dagster as dg


@dg.asset(
    group_name="sales",
    kinds={"csv"},
    # For what passes by itself: a network, a lock. An error in the code only fails later.
    retry_policy=dg.RetryPolicy(max_retries=3, delay=5, backoff=dg.Backoff.EXPONENTIAL),
)
def raw_orders(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
    """Orders as the shop sent them."""
    Path("data").mkdir(exist_ok=True)
    Path("data/orders.csv").write_text("day,amount\n2026-11-21,9.5\n2026-11-22,3\n2026-11-22,4\n")
    context.log.info("orders have arrived")
    return dg.MaterializeResult(metadata={"path": dg.MetadataValue.path("data/orders.csv")})


@dg.asset(deps=[raw_orders], group_name="sales", kinds={"csv"})
def daily_revenue() -> dg.MaterializeResult:
    """Revenue of each day."""
    revenue: dict[str, float] = {}
    with open("data/orders.csv", newline="") as file:
        for row in csv.DictReader(file):
            revenue[row["day"]] = revenue.get(row["day"], 0) + float(row["amount"])
    with open("data/daily_revenue.csv", "w", newline="") as file:
        csv.writer(file).writerows(sorted(revenue.items()))
    return dg.MaterializeResult(metadata={"dagster/row_count": len(revenue)})


defs = dg.Definitions(assets=[raw_orders, daily_revenue])
# %% check
result = dg.materialize([raw_orders, daily_revenue])
assert result.success
assert Path("data/daily_revenue.csv").read_text().splitlines() == ["2026-11-21,9.5", "2026-11-22,7.0"]
metadata = result.asset_materializations_for_node("daily_revenue")[0].metadata
assert metadata["dagster/row_count"].value == 2
assert {key.to_user_string() for key in defs.resolve_asset_graph().get_all_asset_keys()} == {"raw_orders", "daily_revenue"}
