# ---
# prefix: spark-file-sizes
# title: Control the number and size of files
# description: Lets Spark choose the number of tasks before a write and bounds the rows of each file.
# needs: [pyspark 4.3]
# placeholders: [orders, country, out/target, "1_000_000"]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.hint", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.hint.html", checked: 2026-11-22 }
# ---
# %% setup
from pyspark.sql import functions as F

orders = spark.range(1000).select(F.col("id").alias("order_id"), F.lit("DE").alias("country"))
# %% snippet
(
    # REBALANCE joins small partitions and splits large ones; repartition(n) fixes a number that fits today only.
    orders.hint("rebalance", "country")
    .write.mode("overwrite")
    .option("maxRecordsPerFile", 1_000_000)
    .partitionBy("country")
    .parquet("out/target")
)
# %% check
from pathlib import Path

assert len(list(Path("out/target/country=DE").glob("*.parquet"))) == 1
assert spark.read.parquet("out/target").count() == 1000
