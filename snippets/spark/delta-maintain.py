# ---
# prefix: spark-delta-maintain
# title: Compact and clean a Delta table
# description: Joins small files and removes files that no version within the retention needs.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [lake/orders]
# verified: executed
# references:
#   - { name: "Delta Lake: table utility commands", url: "https://docs.delta.io/delta-utility/", checked: 2026-11-22 }
# ---
# %% setup
for i in range(4):
    spark.createDataFrame([(i,)], "order_id INT").write.format("delta").mode("append").save("lake/orders")
# %% snippet
from delta import DeltaTable

table = DeltaTable.forPath(spark, "lake/orders")

compacted = table.optimize().executeCompaction().first().metrics

# Hours of history to keep: time travel and streams that read slowly end where vacuum has been.
table.vacuum(retentionHours=168)
# %% check
assert compacted.numFilesRemoved == 4 and compacted.numFilesAdded == 1, compacted
assert table.detail().first().numFiles == 1
