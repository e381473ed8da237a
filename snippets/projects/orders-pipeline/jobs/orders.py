"""Orders: CSV files to a Delta table, one row an order, and on to Parquet for the warehouse.

Runs the same on a laptop and on a cluster:
    python jobs/orders.py
    spark-submit --packages io.delta:delta-spark_4.2_2.13:4.4.0 jobs/orders.py --lake s3a://my-lake
"""

import argparse
import json

from delta import DeltaTable, configure_spark_with_delta_pip
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F

ORDERS = """
    order_id BIGINT, customer_id BIGINT, status STRING, amount DECIMAL(12, 2),
    currency STRING, ordered_at TIMESTAMP, updated_at TIMESTAMP
"""
STATUSES = ["placed", "shipped", "delivered", "returned"]


def build_session() -> SparkSession:
    builder = (
        SparkSession.builder.appName("orders")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "4")
        # Delta reads a table's log in 50 tasks unless told; a small table needs few.
        .config("spark.databricks.delta.snapshotPartitions", "4")
    )
    return configure_spark_with_delta_pip(builder).getOrCreate()


def read_orders(spark: SparkSession, path: str) -> DataFrame:
    """One row a change of an order, typed; what does not fit the schema becomes null."""
    return spark.read.schema(ORDERS).option("header", True).csv(path)


def split_valid(orders: DataFrame) -> tuple[DataFrame, DataFrame]:
    is_valid = F.col("order_id").isNotNull() & F.col("customer_id").isNotNull() & (F.col("amount") >= 0)
    checked = orders.withColumn("is_valid", F.coalesce(is_valid & F.col("status").isin(STATUSES), F.lit(False)))
    return checked.filter("is_valid").drop("is_valid"), checked.filter("NOT is_valid").drop("is_valid")


def keep_newest(orders: DataFrame) -> DataFrame:
    """A MERGE fails when two source rows match one target row, so each order may come once."""
    newest_first = Window.partitionBy("order_id").orderBy(F.col("updated_at").desc())
    return orders.withColumn("rank", F.row_number().over(newest_first)).filter("rank = 1").drop("rank")


def upsert(spark: SparkSession, updates: DataFrame, path: str) -> None:
    """Idempotent: the same file read twice leaves the table as it was."""
    if not DeltaTable.isDeltaTable(spark, path):
        updates.limit(0).write.format("delta").clusterBy("customer_id").save(path)
    (
        DeltaTable.forPath(spark, path)
        .alias("t")
        .merge(updates.alias("u"), "t.order_id = u.order_id")
        .whenMatchedUpdateAll(condition="u.updated_at > t.updated_at")
        .whenNotMatchedInsertAll()
        .execute()
    )


def run(spark: SparkSession, data: str, lake: str) -> dict[str, int]:
    valid, invalid = split_valid(read_orders(spark, f"{data}/orders.csv"))
    upsert(spark, keep_newest(valid), f"{lake}/silver/orders")
    invalid.write.mode("overwrite").json(f"{lake}/quarantine/orders")

    orders = spark.read.format("delta").load(f"{lake}/silver/orders")
    orders.coalesce(1).write.mode("overwrite").parquet(f"{lake}/export/orders")

    customers = spark.read.option("header", True).option("inferSchema", True).csv(f"{data}/customers.csv")
    customers.coalesce(1).write.mode("overwrite").parquet(f"{lake}/export/customers")
    return {"orders": orders.count(), "quarantined": invalid.count()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="data", help="folder or URI with orders.csv and customers.csv")
    parser.add_argument("--lake", default="lake", help="folder or URI that the tables are written to")
    arguments = parser.parse_args()

    spark = build_session()
    counts = run(spark, arguments.data, arguments.lake)
    spark.createDataFrame([counts], "orders BIGINT, quarantined BIGINT").coalesce(1).write.mode("overwrite").json(
        f"{arguments.lake}/metrics/orders"
    )
    print(json.dumps(counts))
    spark.stop()


if __name__ == "__main__":
    main()
