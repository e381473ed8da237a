"""The job: one day, or all days, through bronze, silver and gold.

It sets no master, no memory and no jar: those belong to the place where it runs, and come from `conf/` or from the
command that submits it.
"""

import argparse
import os

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from . import bronze, gold, quality, silver
from .lake import Lake

TABLES = [bronze.ORDERS, silver.ORDERS, silver.REJECTED, silver.CUSTOMERS, quality.CHECKS, gold.DAILY_REVENUE]


def run(lake: Lake, source: str, day: str | None = None) -> list[quality.Check]:
    """Loads, checks, merges and aggregates. Raises QualityError when too much is wrong to go on."""
    lake.create(*TABLES)
    days = load(lake, source, day)
    delivered = lake.read(bronze.ORDERS).where(F.col("_day").isin(days))
    judged = quality.judged(silver.typed(delivered))
    rejected = silver.rejected(judged)
    lake.replace_days(silver.REJECTED, rejected, days)

    checks = quality.check_rows(delivered, rejected)
    quality.gate(lake, days, checks)
    valid = silver.newest(silver.valid(judged))
    silver.merge(lake, valid)

    checks += quality.check_tables(lake.read(silver.ORDERS), lake.read(silver.CUSTOMERS))
    quality.gate(lake, days, checks)
    aggregate(lake, days_in(valid, "placed_on"))
    return checks


def load(lake: Lake, source: str, day: str | None) -> list[str]:
    """Takes the files into bronze; answers the days they are of."""
    delivered = bronze.read_orders(lake.spark, source, day)
    days = days_in(delivered, "_day")
    lake.replace_days(bronze.ORDERS, delivered, days)
    lake.overwrite(silver.CUSTOMERS, bronze.read_customers(lake.spark, source))
    return days


def aggregate(lake: Lake, days: list[str]) -> None:
    """Recomputes the days on which something changed: also earlier ones, when an old order was completed today."""
    changed = lake.read(silver.ORDERS).where(F.col("placed_on").isin(days))
    revenue = gold.daily_revenue(changed, lake.read(silver.CUSTOMERS))
    lake.replace_days(gold.DAILY_REVENUE, revenue, days)


def days_in(rows: DataFrame, column: str) -> list[str]:
    """The days that stand in a column, in order: few enough for the driver."""
    days = rows.select(F.col(column).cast("string").alias("day")).distinct().orderBy("day").collect()
    return [row.day for row in days]


def absolute(location: str) -> str:
    """SQL takes a table's path in full only."""
    return location if "://" in location else os.path.abspath(location)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Loads orders into the lakehouse.")
    parser.add_argument("--source", default="data", help="folder or bucket of the files")
    parser.add_argument("--lake", default="lake", help="folder or bucket of the tables")
    parser.add_argument("--day", help="load this day's file alone, for example 2026-11-01")
    options = parser.parse_args(arguments)

    spark = SparkSession.builder.appName("orders_lakehouse").getOrCreate()
    lake = Lake(spark, absolute(options.lake))
    for one in run(lake, options.source, options.day):
        print(f"{'ok  ' if one.passed else 'WARN'} {one.name}: {one.found:g} (allowed {one.allowed:g})")
    lake.read(gold.DAILY_REVENUE).orderBy("placed_on", "country").show(50, truncate=False)
