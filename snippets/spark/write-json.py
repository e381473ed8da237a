# ---
# prefix: spark-write-json
# title: Write compressed JSON lines
# description: Writes newline-delimited JSON with gzip, keeping keys whose value is null.
# needs: [pyspark 4.3]
# placeholders: [out/events]
# verified: executed
# ---
# %% setup
import gzip
import json
from pathlib import Path

events = spark.createDataFrame([("a", 1), ("b", None)], "event_id STRING, value INT")
# %% snippet
(
    events.write.mode("overwrite")
    .option("compression", "gzip")
    # Without this, a null leaves its key out of the line.
    .option("ignoreNullFields", False)
    .json("out/events")
)
# %% check
lines = [line for part in Path("out/events").glob("*.json.gz") for line in gzip.open(part, "rt")]
assert sorted((json.loads(line) for line in lines), key=lambda row: row["event_id"]) == [
    {"event_id": "a", "value": 1},
    {"event_id": "b", "value": None},
]
