# ---
# prefix: spark-delta-stream
# title: Stream upserts into a Delta table
# description: Merges each micro-batch into a Delta table, so that events update the rows they belong to.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [lake/bronze, lake/silver, state/silver, order_id, updated_at]
# verified: executed
# references:
#   - { name: "Delta Lake: table streaming reads and writes", url: "https://docs.delta.io/delta-streaming/", checked: 2026-11-22 }
# ---
# %% setup
schema = "order_id INT, status STRING, updated_at INT"
spark.createDataFrame([(1, "placed", 1), (1, "shipped", 2), (2, "placed", 1)], schema).write.format("delta").save(
    "lake/bronze"
)
spark.createDataFrame([], schema).write.format("delta").save("lake/silver")
# %% snippet
from delta import DeltaTable
from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def upsert(batch: DataFrame, batch_id: int) -> None:
    # One row a key, or the merge fails: the newest of the batch.
    newest = F.max_by(F.struct(*batch.columns), "updated_at").alias("newest")
    changes = batch.groupBy("order_id").agg(newest).select("newest.*")
    (
        DeltaTable.forPath(batch.sparkSession, "lake/silver")
        .alias("t")
        .merge(changes.alias("s"), "t.order_id = s.order_id")
        .whenMatchedUpdateAll("s.updated_at > t.updated_at")
        .whenNotMatchedInsertAll()
        .execute()
    )


query = (
    # A Delta source fails on updates and deletes: skipChangeCommits leaves those commits out.
    spark.readStream.format("delta")
    .option("skipChangeCommits", True)
    .load("lake/bronze")
    .writeStream.foreachBatch(upsert)
    .option("checkpointLocation", "state/silver")
    .trigger(availableNow=True)
    .start()
)
query.awaitTermination()
# %% check
rows = spark.read.format("delta").load("lake/silver").orderBy("order_id").collect()
assert [(row.order_id, row.status) for row in rows] == [(1, "shipped"), (2, "placed")]
