# ---
# prefix: spark-stream-join
# title: Join two streams
# description: Joins clicks to the impressions before them, with watermarks and a time bound so that state is let go.
# needs: [pyspark 4.3]
# placeholders: [impressions, clicks, ad_id, 1 hour]
# verified: executed
# ---
# %% setup
from pathlib import Path

for name in ("impressions", "clicks"):
    Path(name).mkdir()
Path("impressions/1.json").write_text(
    '{"ad_id": 1, "shown_at": "2026-11-01T08:00:00Z"}\n{"ad_id": 2, "shown_at": "2026-11-01T08:00:00Z"}\n'
)
Path("clicks/1.json").write_text(
    '{"ad_id": 1, "clicked_at": "2026-11-01T08:10:00Z"}\n{"ad_id": 2, "clicked_at": "2026-11-01T12:00:00Z"}\n'
)
impressions = spark.readStream.schema("ad_id INT, shown_at TIMESTAMP").json("impressions")
clicks = spark.readStream.schema("ad_id INT, clicked_at TIMESTAMP").json("clicks")
# %% snippet
from pyspark.sql import functions as F

# Both watermarks and the bound together say how long a row can still find its partner.
shown = impressions.withWatermark("shown_at", "1 hour").alias("i")
clicked = clicks.withWatermark("clicked_at", "1 hour").alias("c")

attributed = shown.join(
    clicked,
    F.expr("c.ad_id = i.ad_id AND c.clicked_at BETWEEN i.shown_at AND i.shown_at + INTERVAL 1 hour"),
    "inner",
).select("i.ad_id", "i.shown_at", "c.clicked_at")
# %% check
query = (
    attributed.writeStream.format("memory")
    .queryName("attributed")
    .trigger(availableNow=True)
    .option("checkpointLocation", "state")
    .start()
)
query.awaitTermination()
assert [row.ad_id for row in spark.table("attributed").collect()] == [1]
