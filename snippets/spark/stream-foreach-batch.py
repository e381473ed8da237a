# ---
# prefix: spark-stream-foreach-batch
# title: Write each micro-batch with batch code
# description: Hands each micro-batch to a function, for sinks and operations that streaming lacks, safe when repeated.
# needs: [pyspark 4.3]
# placeholders: [landing/orders, out/orders, state/orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataStreamWriter.foreachBatch", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.ss/api/pyspark.sql.streaming.DataStreamWriter.foreachBatch.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("landing/orders").mkdir(parents=True)
Path("landing/orders/1.json").write_text('{"order_id": 1, "amount": 5.0}\n')
# %% snippet
from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def write_batch(batch: DataFrame, batch_id: int) -> None:
    # A batch can come twice after a failure: its number names its partition, and overwriting it does no harm.
    (
        batch.withColumn("batch_id", F.lit(batch_id))
        .write.mode("overwrite")
        .option("partitionOverwriteMode", "dynamic")
        .partitionBy("batch_id")
        .parquet("out/orders")
    )


query = (
    spark.readStream.schema("order_id BIGINT, amount DOUBLE")
    .json("landing/orders")
    .writeStream.foreachBatch(write_batch)
    .option("checkpointLocation", "state/orders")
    .trigger(availableNow=True)
    .start()
)
query.awaitTermination()
# %% check
assert [(row.order_id, row.batch_id) for row in spark.read.parquet("out/orders").collect()] == [(1, 0)]
