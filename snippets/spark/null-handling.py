# ---
# prefix: spark-null-handling
# title: Nulls, empty strings and defaults
# description: Turns empty strings into null, fills defaults by column and sets apart rows whose required fields are null.
# needs: [pyspark 4.3]
# placeholders: [orders, customer_id, status]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.fillna", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.fillna.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame(
    [(1, 7, " "), (2, None, "placed"), (3, 8, None)], "order_id INT, customer_id INT, status STRING"
)
# %% snippet
from pyspark.sql import functions as F

REQUIRED = ["customer_id"]

cleaned = orders.withColumn("status", F.nullif(F.trim("status"), F.lit(""))).fillna({"status": "unknown"})

# A comparison with null is null, and a filter drops it: ask with isNull or compare with <=>.
complete = cleaned.dropna(subset=REQUIRED)
incomplete = cleaned.filter(" OR ".join(f"{column} IS NULL" for column in REQUIRED))
# %% check
assert sorted((row.order_id, row.status) for row in complete.collect()) == [(1, "unknown"), (3, "unknown")]
assert [row.order_id for row in incomplete.collect()] == [2]
