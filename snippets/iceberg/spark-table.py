# ---
# prefix: iceberg-spark-table
# title: Iceberg table from Spark
# description: Creates an Iceberg table with hidden partitioning, merges into it and reads an older snapshot.
# needs: [pyspark 4.1, iceberg-spark-runtime 1.12]
# placeholders: [lake.shop.orders, updates]
# verified: executed
# ---
# %% setup
from datetime import datetime

updates = spark.createDataFrame(
    [(1, "placed", datetime(2026, 11, 1, 8)), (2, "placed", datetime(2026, 11, 2, 8))],
    "order_id BIGINT, status STRING, ordered_at TIMESTAMP",
)
# %% snippet
# A query filters by ordered_at; Iceberg derives the day, so nobody has to know about the partitions.
spark.sql("""
    CREATE TABLE IF NOT EXISTS lake.shop.orders (order_id BIGINT, status STRING, ordered_at TIMESTAMP)
    USING iceberg
    PARTITIONED BY (days(ordered_at))
""")

updates.createOrReplaceTempView("updates")
spark.sql("""
    MERGE INTO lake.shop.orders AS t
    USING updates AS s ON t.order_id = s.order_id
    WHEN MATCHED THEN UPDATE SET *
    WHEN NOT MATCHED THEN INSERT *
""")

snapshots = spark.table("lake.shop.orders.snapshots").select("committed_at", "snapshot_id", "operation")
# %% check
assert spark.table("lake.shop.orders").count() == 2
first = snapshots.orderBy("committed_at").first()
spark.sql("DELETE FROM lake.shop.orders")
assert spark.read.option("versionAsOf", first.snapshot_id).table("lake.shop.orders").count() == 2
