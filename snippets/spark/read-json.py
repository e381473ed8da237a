# ---
# prefix: spark-read-json
# title: Read JSON lines with a nested schema
# description: Reads newline-delimited JSON with a declared schema for nested objects and arrays.
# needs: [pyspark 4.3]
# placeholders: [data/events.jsonl]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrameReader.json", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrameReader.json.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("data").mkdir()
Path("data/events.jsonl").write_text(
    '{"event_id": "a", "user": {"id": 7, "country": "DE"}, "items": [{"sku": "x", "quantity": 2}]}\n'
    '{"event_id": "b", "user": {"id": 8}, "items": []}\n'
)
# %% snippet
schema = """
    event_id STRING,
    user STRUCT<id: BIGINT, country: STRING>,
    items ARRAY<STRUCT<sku: STRING, quantity: INT>>
"""

# A file that holds one JSON document over many lines needs .option("multiLine", True), and is then read by one task.
events = spark.read.schema(schema).option("mode", "FAILFAST").json("data/events.jsonl")
# %% check
rows = events.orderBy("event_id").collect()
assert rows[0].user.country == "DE" and rows[0]["items"][0].quantity == 2
assert rows[1].user.country is None and rows[1]["items"] == []
