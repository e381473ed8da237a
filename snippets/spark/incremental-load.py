# ---
# prefix: spark-incremental-load
# title: Load what is new since the last run
# description: Takes rows above the target's high-water mark, with an overlap for late rows, and stays safe on a rerun.
# needs: [pyspark 4.3]
# placeholders: [data/source, data/target, event_id, updated_at, 1 hour]
# verified: executed
# ---
# %% setup
from datetime import datetime

schema = "event_id INT, updated_at TIMESTAMP"
spark.createDataFrame([(1, datetime(2026, 11, 1, 8))], schema).write.parquet("data/target")
spark.createDataFrame(
    [(1, datetime(2026, 11, 1, 8)), (2, datetime(2026, 11, 1, 7, 30)), (3, datetime(2026, 11, 1, 9))], schema
).write.parquet("data/source")
# %% snippet
from pyspark.sql import functions as F

target = spark.read.parquet("data/target")
newest = target.agg(F.coalesce(F.max("updated_at"), F.timestamp_seconds(F.lit(0)))).first()[0]

# Rows that were written late carry a time before the mark: read a little again, and leave out what is there.
new_rows = (
    spark.read.parquet("data/source")
    .filter(F.col("updated_at") >= F.lit(newest) - F.expr("INTERVAL 1 hour"))
    .join(target.select("event_id"), on="event_id", how="left_anti")
)
new_rows.write.mode("append").parquet("data/target")
# %% check
stored = spark.read.parquet("data/target")
assert sorted(row.event_id for row in stored.collect()) == [1, 2, 3]
