"""One day's file into the lake: typed rows, rejected rows with their reasons, and counts for the gate.

Everything is written by day and replaces that day, so that a retry or a backfill never doubles a row. The job names no
master and no memory: those come from the connection or from spark-submit.
"""

import argparse

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

COLUMNS = ["order_id", "customer_id", "placed_at", "updated_at", "status", "amount"]
SCHEMA = ", ".join(f"{column} STRING" for column in COLUMNS)
STATUSES = ["placed", "completed", "cancelled"]


def typed(rows: DataFrame) -> DataFrame:
    """Converts without failing: what does not fit becomes null, and a rule names it."""
    return rows.withColumns(
        {
            "placed_at": F.try_to_timestamp("placed_at", F.lit("yyyy-MM-dd HH:mm:ss")),
            "updated_at": F.try_to_timestamp("updated_at", F.lit("yyyy-MM-dd HH:mm:ss")),
            "status": F.lower(F.trim("status")),
            "amount": F.col("amount").try_cast("decimal(12,2)"),
        }
    )


def rules() -> dict[str, Column]:
    return {
        "order_id is missing": F.col("order_id").isNotNull(),
        "placed_at is not a time": F.col("placed_at").isNotNull(),
        "updated_at is not a time": F.col("updated_at").isNotNull(),
        "status is unknown": F.col("status").isNotNull() & F.col("status").isin(STATUSES),
        "amount is not a number from 0": F.col("amount").isNotNull() & (F.col("amount") >= 0),
    }


def judged(rows: DataFrame) -> DataFrame:
    """Adds `reasons`: the rules that the row breaks, empty where it is valid."""
    broken = [F.when(~holds, F.lit(name)) for name, holds in rules().items()]
    return rows.withColumn("reasons", F.array_compact(F.array(*broken)))


def load(spark: SparkSession, source: str, lake: str, day: str) -> None:
    delivered = spark.read.csv(f"{source}/orders/{day}.csv", schema=SCHEMA, header=True)
    rows = judged(typed(delivered))
    is_valid = F.size("reasons") == 0
    rows.where(is_valid).drop("reasons").write.mode("overwrite").parquet(f"{lake}/orders/day={day}")
    rows.where(~is_valid).write.mode("overwrite").parquet(f"{lake}/rejected_orders/day={day}")
    counts = rows.agg(F.count("*").alias("delivered"), F.count_if(~is_valid).alias("rejected"))
    # One row, so one file.
    counts.write.mode("overwrite").json(f"{lake}/metrics/day={day}")


def load_customers(spark: SparkSession, source: str, lake: str) -> None:
    schema = "customer_id STRING, country STRING, segment STRING"
    spark.read.csv(f"{source}/customers.csv", schema=schema, header=True).write.mode("overwrite").parquet(
        f"{lake}/customers"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", required=True, help="folder or bucket of the files")
    parser.add_argument("--lake", required=True, help="folder or bucket to write to")
    parser.add_argument("--day", required=True, help="the day to load, for example 2026-11-01")
    options = parser.parse_args()
    session = SparkSession.builder.appName("orders_pipeline").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    load(session, options.source, options.lake, options.day)
    load_customers(session, options.source, options.lake)
