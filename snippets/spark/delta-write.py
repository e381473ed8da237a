# ---
# prefix: spark-delta-write
# title: Create and fill a Delta table
# description: Creates a clustered Delta table once, appends to it, and lets new columns in where that is wanted.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [lake/orders, customer_id]
# verified: executed
# references:
#   - { name: "Delta Lake: liquid clustering", url: "https://docs.delta.io/delta-clustering/", checked: 2026-11-22 }
# ---
# %% setup
first = spark.createDataFrame([(1, 7)], "order_id INT, customer_id INT")
orders = spark.createDataFrame([(2, 8, "new")], "order_id INT, customer_id INT, note STRING")
first.write.format("delta").clusterBy("customer_id").save("lake/orders")
# %% snippet
(
    orders.write.format("delta")
    .mode("append")
    # Without it, a column that the table lacks fails the write: Delta enforces the schema.
    .option("mergeSchema", True)
    # Counts when the table is made: liquid clustering instead of partitions; ALTER TABLE changes it without rewriting.
    .clusterBy("customer_id")
    .save("lake/orders")
)
# %% check
rows = spark.read.format("delta").load("lake/orders").orderBy("order_id").collect()
assert [tuple(row) for row in rows] == [(1, 7, None), (2, 8, "new")]
