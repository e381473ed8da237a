# ---
# prefix: dagster-asset-partitioned
# title: Asset with one partition for each day
# description: Each run makes one day anew, so that a backfill repeats days without touching the others.
# needs: [dagster 1.13]
# placeholders: [orders, "2026-11-01", Europe/Berlin]
# verified: executed
# references:
#   - { name: "Dagster: partitioning assets", url: "https://docs.dagster.io/guides/build/partitions-and-backfills/partitioning-assets", checked: 2026-11-22 }
# ---
# %% setup
import os
# %% snippet
from pathlib import Path

import dagster as dg

daily = dg.DailyPartitionsDefinition(start_date="2026-11-01", timezone="Europe/Berlin")


@dg.asset(partitions_def=daily, backfill_policy=dg.BackfillPolicy.multi_run(max_partitions_per_run=1))
def orders(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
    start, end = context.partition_time_window
    file = Path("lake/orders") / f"day={context.partition_key}" / "orders.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    # Replaces the day: a rerun leaves no duplicates.
    file.write_text(f"from {start.isoformat()} to {end.isoformat()}\n")
    return dg.MaterializeResult(metadata={"path": dg.MetadataValue.path(str(file))})


defs = dg.Definitions(assets=[orders])
# %% check
for _ in range(2):
    assert dg.materialize([orders], partition_key="2026-11-21").success
assert os.listdir("lake/orders") == ["day=2026-11-21"]
assert Path("lake/orders/day=2026-11-21/orders.csv").read_text().startswith("from 2026-11-21T00:00:00+01:00 to 2026-11-22")
