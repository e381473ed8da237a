# ---
# prefix: spark-stream-watermark
# title: Count by event-time window with a watermark
# description: Counts events in windows of their own time, waits for late ones, and then lets the state go.
# needs: [pyspark 4.3]
# placeholders: [happened_at, 10 minutes, 5 minutes, state/counts, out/counts]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.withWatermark", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.withWatermark.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("landing").mkdir()
Path("landing/1.json").write_text(
    '{"happened_at": "2026-11-01T08:01:00Z", "kind": "click"}\n{"happened_at": "2026-11-01T08:04:00Z", "kind": "click"}\n'
)
Path("landing/2.json").write_text('{"happened_at": "2026-11-01T09:00:00Z", "kind": "click"}\n')
events = spark.readStream.schema("happened_at TIMESTAMP, kind STRING").option("maxFilesPerTrigger", 1).json("landing")
# %% snippet
from pyspark.sql import functions as F

counts = (
    # A row later than this behind the newest one seen is dropped.
    events.withWatermark("happened_at", "10 minutes")
    .groupBy(F.window("happened_at", "5 minutes"), "kind")
    .count()
    .select("window.start", "kind", "count")
)

# In append mode a window comes out once, when the watermark has passed its end.
query = (
    counts.writeStream.format("parquet")
    .option("path", "out/counts")
    .option("checkpointLocation", "state/counts")
    .outputMode("append")
    .trigger(availableNow=True)
    .start()
)
query.awaitTermination()
# %% check
rows = spark.read.parquet("out/counts").collect()
assert [(row.start.hour, row.start.minute, row["count"]) for row in rows] == [(8, 0, 2)], rows
