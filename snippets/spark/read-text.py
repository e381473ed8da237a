# ---
# prefix: spark-read-text
# title: Parse log lines
# description: Reads text files and takes fields out of each line with one regular expression.
# needs: [pyspark 4.3]
# placeholders: [logs/*.log]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.regexp_extract", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.regexp_extract.html", checked: 2026-11-22 }
#   - { name: "PySpark 4.3: functions.try_to_timestamp", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.try_to_timestamp.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("logs").mkdir()
Path("logs/app.log").write_text(
    "2026-11-01T08:00:00Z ERROR payment timed out\n2026-11-01T08:00:01Z INFO order placed\nno timestamp here\n"
)
# %% snippet
from pyspark.sql import functions as F

LINE = r"^(\S+Z) (\w+) (.*)$"

lines = (
    spark.read.text("logs/*.log")
    .select(
        F.regexp_extract("value", LINE, 1).alias("at"),
        F.regexp_extract("value", LINE, 2).alias("level"),
        F.regexp_extract("value", LINE, 3).alias("message"),
        F.col("_metadata.file_name").alias("file_name"),
    )
    # A line that does not match gives empty strings; try_to_timestamp makes them null instead of failing.
    .withColumn("at", F.try_to_timestamp("at"))
)
# %% check
rows = lines.filter("level = 'ERROR'").collect()
assert [(row.message, row.file_name) for row in rows] == [("payment timed out", "app.log")]
assert lines.filter("at IS NULL").count() == 1
