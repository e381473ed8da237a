# ---
# prefix: spark-stream-dedup
# title: Deduplicate a stream
# description: Drops repeated events whose times lie within the watermark, with state that stays bounded.
# needs: [pyspark 4.3]
# placeholders: [event_id, sent_at, 1 hour, out/events, state/events]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.dropDuplicatesWithinWatermark", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.dropDuplicatesWithinWatermark.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("landing").mkdir()
line = '{"event_id": "a", "sent_at": "2026-11-01T08:%s:00Z"}\n'
Path("landing/1.json").write_text(line % "00")
Path("landing/2.json").write_text(line % "20")
stream = spark.readStream.schema("event_id STRING, sent_at TIMESTAMP").option("maxFilesPerTrigger", 1).json("landing")
# %% snippet
# dropDuplicates with a watermark needs the time among its keys; this form takes a repeated id with another time too.
unique = stream.withWatermark("sent_at", "1 hour").dropDuplicatesWithinWatermark(["event_id"])

query = (
    unique.writeStream.format("parquet")
    .option("path", "out/events")
    .option("checkpointLocation", "state/events")
    .trigger(availableNow=True)
    .start()
)
query.awaitTermination()
# %% check
assert spark.read.parquet("out/events").count() == 1
