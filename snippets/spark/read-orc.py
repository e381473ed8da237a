# ---
# prefix: spark-read-orc
# title: Read and write ORC
# description: Writes ORC with zstd compression and reads it back with files of different schemas merged.
# needs: [pyspark 4.3]
# placeholders: [data/orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrameReader.orc", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrameReader.orc.html", checked: 2026-11-22 }
# ---
# %% setup
old = spark.createDataFrame([(1,)], "order_id BIGINT")
old.write.orc("data/orders")
orders = spark.createDataFrame([(2, "shipped")], "order_id BIGINT, status STRING")
# %% snippet
orders.write.mode("append").option("compression", "zstd").orc("data/orders")

# Files written before a column existed have no value for it: merging reads every file's footer.
all_orders = spark.read.option("mergeSchema", True).orc("data/orders")
# %% check
assert sorted((row.order_id, row.status) for row in all_orders.collect()) == [(1, None), (2, "shipped")]
