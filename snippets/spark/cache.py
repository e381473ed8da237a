# ---
# prefix: spark-cache
# title: Cache a result that is used twice
# description: Keeps a result for several actions and frees it again.
# needs: [pyspark 4.3]
# placeholders: [orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.persist", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.persist.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.range(10).selectExpr("id AS order_id", "id % 2 = 0 AS ok")
# %% snippet
from pyspark import StorageLevel

# Lazy: the first action fills it. Worth it only where the same rows are computed again and cost more than reading them.
valid = orders.filter("ok").persist(StorageLevel.MEMORY_AND_DISK)
try:
    total = valid.count()
    sample = valid.limit(3).toPandas()
finally:
    valid.unpersist()
# %% check
assert total == 5 and len(sample) == 3
assert valid.storageLevel == StorageLevel.NONE
