"""Raw tables: what was delivered, as text, by day."""

import dagster as dg

from .warehouse import Warehouse

days = dg.DailyPartitionsDefinition(start_date="2026-11-01")
ORDERS = dg.AssetKey(["raw", "orders"])
CUSTOMERS = dg.AssetKey(["raw", "customers"])
# A file that is late is looked for again; after that, somebody has to look.
again = dg.RetryPolicy(max_retries=2, delay=5, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)


@dg.asset(
    key=ORDERS,
    partitions_def=days,
    # Blocking: when it fails, what depends on this asset is not built in that run.
    check_specs=[dg.AssetCheckSpec("values_fit", asset=ORDERS, blocking=True)],
    retry_policy=again,
    group_name="raw",
    kinds={"duckdb"},
)
def raw_orders(context: dg.AssetExecutionContext, warehouse: Warehouse) -> dg.MaterializeResult:
    """One day's file, in place of what was there of that day: a second run changes nothing."""
    day = context.partition_key
    rows = warehouse.replace_day(day)
    misfits = warehouse.count_misfits(day)
    check = dg.AssetCheckResult(
        check_name="values_fit", passed=misfits == 0, metadata={"rows that do not fit": misfits, "day": day}
    )
    return dg.MaterializeResult(metadata={"dagster/partition_row_count": rows}, check_results=[check])


@dg.asset(key=CUSTOMERS, retry_policy=again, group_name="raw", kinds={"duckdb"})
def raw_customers(warehouse: Warehouse) -> dg.MaterializeResult:
    """All customers, as they are today."""
    return dg.MaterializeResult(metadata={"dagster/row_count": warehouse.replace_customers()})
