# ---
# prefix: spark-delta-merge
# title: Upsert into a Delta table
# description: Updates rows that are there, inserts the others, and deletes what the source says is gone.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [lake/orders, changes, order_id, updated_at, is_deleted]
# verified: executed
# references:
#   - { name: "Delta Lake: table deletes, updates and merges", url: "https://docs.delta.io/delta-update/", checked: 2026-11-22 }
# ---
# %% setup
schema = "order_id INT, status STRING, updated_at INT, is_deleted BOOLEAN"
spark.createDataFrame([(1, "placed", 1, False), (2, "placed", 9, False), (3, "placed", 1, False)], schema).write.format(
    "delta"
).save("lake/orders")
changes = spark.createDataFrame(
    [(1, "shipped", 2, False), (2, "stale", 5, False), (3, "placed", 2, True), (4, "placed", 1, False)], schema
)
# %% snippet
from delta import DeltaTable

# Each key may come once in the source: a second match fails the merge, so deduplicate before.
(
    DeltaTable.forPath(spark, "lake/orders")
    .alias("t")
    .merge(changes.alias("s"), "t.order_id = s.order_id")
    .whenMatchedDelete("s.is_deleted AND s.updated_at > t.updated_at")
    # The newer row wins whatever the order of arrival, which makes a rerun harmless.
    .whenMatchedUpdateAll("s.updated_at > t.updated_at")
    .whenNotMatchedInsertAll("NOT s.is_deleted")
    .execute()
)
# %% check
rows = spark.read.format("delta").load("lake/orders").orderBy("order_id").collect()
assert [(row.order_id, row.status) for row in rows] == [(1, "shipped"), (2, "placed"), (4, "placed")]
