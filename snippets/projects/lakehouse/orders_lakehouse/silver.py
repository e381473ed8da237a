"""Silver: typed and valid rows, one for each order_id, in its newest state."""

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F

from .bronze import COLUMNS
from .lake import Lake, Table

ORDERS = Table(
    "silver/orders",
    "order_id STRING, customer_id STRING, placed_at TIMESTAMP, updated_at TIMESTAMP, status STRING, "
    "amount DECIMAL(12,2), placed_on DATE",
)
REJECTED = Table("silver/rejected_orders", "_day DATE, _file STRING, row STRING, reasons ARRAY<STRING>", partition="_day")
CUSTOMERS = Table("silver/customers", "customer_id STRING, country STRING, segment STRING")


def typed(delivered: DataFrame) -> DataFrame:
    """Converts without failing: what does not fit becomes null, and a rule names it. `row` keeps what was delivered."""
    return delivered.withColumn("row", F.to_json(F.struct(*COLUMNS))).withColumns(
        {
            "placed_at": F.try_to_timestamp("placed_at", F.lit("yyyy-MM-dd HH:mm:ss")),
            "updated_at": F.try_to_timestamp("updated_at", F.lit("yyyy-MM-dd HH:mm:ss")),
            "status": F.lower(F.trim("status")),
            "amount": F.col("amount").try_cast("decimal(12,2)"),
        }
    )


def valid(judged: DataFrame) -> DataFrame:
    return judged.where("size(_reasons) = 0").select(*COLUMNS, F.to_date("placed_at").alias("placed_on"))


def rejected(judged: DataFrame) -> DataFrame:
    return judged.where("size(_reasons) > 0").select("_day", "_file", "row", F.col("_reasons").alias("reasons"))


def newest(rows: DataFrame) -> DataFrame:
    """One row for each order_id: a merge fails when two source rows match the same target row."""
    # A second sort column, so that two rows of the same second give the same winner on every run.
    latest_first = Window.partitionBy("order_id").orderBy(F.desc("updated_at"), F.desc("status"))
    return rows.withColumn("_rank", F.row_number().over(latest_first)).where("_rank = 1").drop("_rank")


def merge(lake: Lake, rows: DataFrame) -> None:
    """Inserts new orders and updates known ones; a row that arrives late never overwrites a newer state."""
    lake.spark.sql(
        f"""
        MERGE INTO delta.`{lake.path(ORDERS)}` AS old
        USING {{new}} AS new ON old.order_id = new.order_id
        WHEN MATCHED AND new.updated_at > old.updated_at THEN UPDATE SET *
        WHEN NOT MATCHED THEN INSERT *
        """,
        new=rows,
    )
