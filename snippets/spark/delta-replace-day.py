# ---
# prefix: spark-delta-replace-day
# title: Rewrite one day of a Delta table
# description: Replaces the rows of one day in one commit, so that a backfill or a retry leaves no duplicate.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [lake/orders, ordered_on, "2026-11-02"]
# verified: executed
# references:
#   - { name: "Delta Lake: table batch reads and writes", url: "https://docs.delta.io/delta-batch/", checked: 2026-11-22 }
# ---
# %% setup
schema = "order_id INT, ordered_on STRING"
spark.createDataFrame([(1, "2026-11-01"), (2, "2026-11-02")], schema).write.format("delta").save("lake/orders")
orders = spark.createDataFrame([(3, "2026-11-02")], schema)
# %% snippet
day = "2026-11-02"

# Fails when the data holds a row outside of the condition: a wrong day cannot slip in.
orders.write.format("delta").mode("overwrite").option("replaceWhere", f"ordered_on = '{day}'").save("lake/orders")
# %% check
rows = spark.read.format("delta").load("lake/orders").orderBy("order_id").collect()
assert [tuple(row) for row in rows] == [(1, "2026-11-01"), (3, "2026-11-02")]
