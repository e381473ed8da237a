# ---
# prefix: spark-null-handling
# title: Nulls, empty strings and defaults
# description: Turns empty strings into null, fills defaults by column and sets apart rows whose required fields are null.
# needs: [pyspark 4.3]
# placeholders: [orders, customer_id, status]
# verified: executed
# ---
# %% setup
orders = spark.createDataFrame([(1, 7, " "), (2, None, "placed"), (3, 8, None)], "order_id INT, customer_id INT, status STRING")
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
