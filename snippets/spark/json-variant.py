# ---
# prefix: spark-json-variant
# title: JSON without a fixed schema as VARIANT
# description: Keeps changing JSON in a VARIANT column and takes typed fields out of it by path.
# needs: [pyspark 4.3]
# placeholders: [messages, value]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.try_parse_json", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.try_parse_json.html", checked: 2026-11-22 }
#   - { name: "PySpark 4.3: functions.try_variant_get", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.try_variant_get.html", checked: 2026-11-22 }
# ---
# %% setup
messages = spark.createDataFrame(
    [('{"user": {"id": 7}, "price": 9.5}',), ('{"user": {"id": "x"}}',), ("{broken",)], "value STRING"
)
# %% snippet
from pyspark.sql import functions as F

# try_ forms give null where the text is no JSON, or the field does not fit the type; the plain forms fail the job.
events = messages.withColumn("body", F.try_parse_json("value")).select(
    F.try_variant_get("body", "$.user.id", "bigint").alias("user_id"),
    F.try_variant_get("body", "$.price", "decimal(10, 2)").alias("price"),
    F.schema_of_variant("body").alias("found"),
)
# %% check
rows = events.collect()
assert [row.user_id for row in rows] == [7, None, None]
assert str(rows[0].price) == "9.50" and rows[1].price is None
assert rows[0].found == "OBJECT<price: DECIMAL(2,1), user: OBJECT<id: BIGINT>>", rows[0].found
