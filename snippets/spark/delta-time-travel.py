# ---
# prefix: spark-delta-time-travel
# title: Read, compare and restore an older version
# description: Reads a Delta table as it was, lists its commits, and puts an older version back.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [lake/orders]
# verified: executed
# references:
#   - { name: "Delta Lake: table utility commands", url: "https://docs.delta.io/delta-utility/", checked: 2026-11-22 }
# ---
# %% setup
spark.range(3).write.format("delta").save("lake/orders")
spark.range(1).write.format("delta").mode("overwrite").save("lake/orders")
# %% snippet
from delta import DeltaTable

table = DeltaTable.forPath(spark, "lake/orders")
commits = table.history(10).select("version", "timestamp", "operation", "operationMetrics")

before = spark.read.format("delta").option("versionAsOf", 0).load("lake/orders")
lost = before.exceptAll(table.toDF())

# Works while the old files are there: VACUUM removes those older than the retention.
table.restoreToVersion(0)
# %% check
assert spark.read.format("delta").load("lake/orders").count() == 3
assert [row.operation for row in commits.orderBy("version").collect()][:2] == ["WRITE", "WRITE"]
