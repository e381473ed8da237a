# ---
# prefix: spark-write-parquet
# title: Overwrite only the partitions that changed
# description: Writes partitioned Parquet and replaces only the partitions the data holds, so that a rerun is safe.
# needs: [pyspark 4.3]
# placeholders: [ordered_on, out/orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrameWriter.partitionBy", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrameWriter.partitionBy.html", checked: 2026-11-22 }
# ---
# %% setup
schema = "order_id BIGINT, ordered_on STRING"
spark.createDataFrame([(1, "2026-11-01"), (2, "2026-11-02")], schema).write.partitionBy("ordered_on").parquet(
    "out/orders"
)
orders = spark.createDataFrame([(3, "2026-11-02"), (4, "2026-11-02")], schema)
# %% snippet
(
    # One shuffle by the partition column, or each task writes a file into each partition.
    orders.repartition("ordered_on")
    .write.mode("overwrite")
    .option("partitionOverwriteMode", "dynamic")
    .partitionBy("ordered_on")
    .parquet("out/orders")
)
# %% check
from pathlib import Path

assert {row.order_id for row in spark.read.parquet("out/orders").collect()} == {1, 3, 4}
assert len(list(Path("out/orders/ordered_on=2026-11-02").glob("*.parquet"))) == 1
