"""The tables, and what becomes of a record on its way through them."""

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from .lake import Table

FIELDS = ["order_id", "customer_id", "placed_at", "updated_at", "status", "amount"]
STATUSES = ["placed", "completed", "cancelled"]

BRONZE = Table("bronze/orders", "value STRING, origin STRING, arrived_at TIMESTAMP")
SILVER = Table(
    "silver/orders",
    "order_id STRING, customer_id STRING, placed_at TIMESTAMP, updated_at TIMESTAMP, status STRING, "
    "amount DECIMAL(12,2), placed_on DATE",
)
REJECTED = Table("silver/rejected_orders", "value STRING, origin STRING, reasons ARRAY<STRING>")
GOLD = Table(
    "gold/daily_revenue", "placed_on DATE, country STRING, completed BIGINT, revenue DECIMAL(18,2)", partition="placed_on"
)
CUSTOMERS = "customer_id STRING, country STRING, segment STRING"


def typed(records: DataFrame) -> DataFrame:
    """Converts without failing: what does not fit becomes null, and a rule names it."""
    schema = ", ".join(f"{field} STRING" for field in FIELDS)
    parsed = F.from_json("value", schema)
    return records.select("value", "origin", parsed.alias("record")).select("value", "origin", "record.*").withColumns(
        {
            "placed_at": F.try_to_timestamp("placed_at", F.lit("yyyy-MM-dd HH:mm:ss")),
            "updated_at": F.try_to_timestamp("updated_at", F.lit("yyyy-MM-dd HH:mm:ss")),
            "status": F.lower(F.trim("status")),
            "amount": F.col("amount").try_cast("decimal(12,2)"),
        }
    )


def rules() -> dict[str, Column]:
    """What must hold for a record. Text that is no JSON breaks all of them."""
    return {
        "order_id is missing": F.col("order_id").isNotNull(),
        "customer_id is missing": F.col("customer_id").isNotNull(),
        "placed_at is not a time": F.col("placed_at").isNotNull(),
        "updated_at is not a time": F.col("updated_at").isNotNull(),
        "status is unknown": F.col("status").isNotNull() & F.col("status").isin(STATUSES),
        "amount is not a number from 0": F.col("amount").isNotNull() & (F.col("amount") >= 0),
    }


def judged(records: DataFrame) -> DataFrame:
    """Adds `reasons`: the rules that the record breaks, empty where it is valid."""
    broken = [F.when(~holds, F.lit(name)) for name, holds in rules().items()]
    return records.withColumn("reasons", F.array_compact(F.array(*broken)))


def valid(records: DataFrame) -> DataFrame:
    return records.where("size(reasons) = 0").select(*FIELDS, F.to_date("placed_at").alias("placed_on"))


def rejected(records: DataFrame) -> DataFrame:
    return records.where("size(reasons) > 0").select("value", "origin", "reasons")


def newest(rows: DataFrame) -> DataFrame:
    """One row for each order_id: a merge fails when two source rows match the same target row."""
    latest_first = Window.partitionBy("order_id").orderBy(F.desc("updated_at"), F.desc("status"))
    return rows.withColumn("rank", F.row_number().over(latest_first)).where("rank = 1").drop("rank")


def daily_revenue(rows: DataFrame, customers: DataFrame) -> DataFrame:
    """Revenue by day and country; customers that nobody knows count as unknown."""
    return (
        rows.where("status = 'completed'")
        .join(F.broadcast(customers), "customer_id", "left")
        .groupBy("placed_on", F.coalesce("country", F.lit("unknown")).alias("country"))
        .agg(F.count("*").alias("completed"), F.sum("amount").cast("decimal(18,2)").alias("revenue"))
    )
