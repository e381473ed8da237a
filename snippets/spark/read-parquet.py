# ---
# prefix: spark-read-parquet
# title: Read partitioned Parquet
# description: Reads a partitioned Parquet folder so that only the wanted partitions and columns are opened.
# needs: [pyspark 4.3]
# placeholders: [data/orders, ordered_on]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrameReader.parquet", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrameReader.parquet.html", checked: 2026-11-22 }
# ---
# %% setup
import datetime

spark.createDataFrame(
    [(1, 5.0, datetime.date(2026, 11, 1)), (2, 7.0, datetime.date(2026, 11, 2))],
    "order_id BIGINT, amount DOUBLE, ordered_on DATE",
).write.partitionBy("ordered_on").parquet("data/orders")
# %% snippet
from pyspark.sql import functions as F

# A filter on the partition column decides which folders are listed; a function around the column would read them all.
orders = (
    spark.read.parquet("data/orders")
    .filter(F.col("ordered_on") >= F.lit("2026-11-02").cast("date"))
    .select("order_id", "amount", "ordered_on")
)
# %% check
assert [(row.order_id, row.amount) for row in orders.collect()] == [(2, 7.0)]
assert "PartitionFilters: [isnotnull(ordered_on" in orders._jdf.queryExecution().toString()
