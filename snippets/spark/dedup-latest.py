# ---
# prefix: spark-dedup-latest
# title: Deduplicate to the newest row of each key
# description: Deduplicates by key with a window, keeping the row with the highest timestamp.
# needs: [pyspark 4.3]
# placeholders: [orders, order_id, updated_at]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.row_number", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.row_number.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame(
    [(1, 10, "placed"), (1, 20, "shipped"), (2, 5, "placed"), (2, None, "unknown")],
    "order_id INT, updated_at INT, status STRING",
)
# %% snippet
from pyspark.sql import Window
from pyspark.sql import functions as F

# dropDuplicates keeps any row of a key; only an order makes it the newest. Nulls come last.
newest_first = Window.partitionBy("order_id").orderBy(F.col("updated_at").desc_nulls_last())

latest = orders.withColumn("row", F.row_number().over(newest_first)).filter("row = 1").drop("row")
# %% check
assert sorted(tuple(row) for row in latest.collect()) == [(1, 20, "shipped"), (2, 5, "placed")]
