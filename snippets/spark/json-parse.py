# ---
# prefix: spark-json-parse
# title: Parse a JSON column
# description: Parses JSON text with a declared schema and keeps the lines that cannot be parsed.
# needs: [pyspark 4.3]
# placeholders: [messages, value]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.from_json", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.from_json.html", checked: 2026-11-22 }
# ---
# %% setup
messages = spark.createDataFrame([('{"id": 1, "tags": ["a", "b"]}',), ("{broken",)], "value STRING")
# %% snippet
from pyspark.sql import functions as F

SCHEMA = "id BIGINT, tags ARRAY<STRING>, malformed STRING"

parsed = messages.withColumn(
    "body", F.from_json("value", SCHEMA, {"columnNameOfCorruptRecord": "malformed", "mode": "PERMISSIVE"})
)
good = parsed.filter("body.malformed IS NULL").select("body.id", "body.tags")
bad = parsed.filter("body.malformed IS NOT NULL").select("value")
# %% check
assert [(row.id, row.tags) for row in good.collect()] == [(1, ["a", "b"])]
assert [row["value"] for row in bad.collect()] == ["{broken"]
