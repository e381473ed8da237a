# ---
# prefix: spark-delta-change-feed
# title: Read what changed in a Delta table
# description: Records row-level changes of a table and reads those since a version, for downstream loads.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [orders]
# verified: executed
# references:
#   - { name: "Delta Lake: change data feed", url: "https://docs.delta.io/delta-change-data-feed/", checked: 2026-11-22 }
# ---
# %% setup
spark.sql("CREATE TABLE orders (order_id INT, status STRING) USING delta")
# %% snippet
# Changes are recorded from now on; what came before has none.
spark.sql("ALTER TABLE orders SET TBLPROPERTIES (delta.enableChangeDataFeed = true)")
spark.sql("INSERT INTO orders VALUES (1, 'placed')")
spark.sql("UPDATE orders SET status = 'shipped' WHERE order_id = 1")

changes = (
    spark.read.option("readChangeFeed", True)
    .option("startingVersion", 2)
    .table("orders")
    .filter("_change_type != 'update_preimage'")
    .select("order_id", "status", "_change_type", "_commit_version")
)
# %% check
rows = changes.orderBy("_commit_version").collect()
assert [(row.status, row._change_type) for row in rows] == [("placed", "insert"), ("shipped", "update_postimage")]
