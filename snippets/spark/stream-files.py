# ---
# prefix: spark-stream-files
# title: Process new files once, as a stream
# description: Takes the files that came since the last run, writes them once, and stops; schedule it like a batch job.
# needs: [pyspark 4.3]
# placeholders: [landing/orders, lake/orders, state/orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataStreamWriter.trigger", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.ss/api/pyspark.sql.streaming.DataStreamWriter.trigger.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("landing/orders").mkdir(parents=True)
Path("landing/orders/1.json").write_text('{"order_id": 1}\n{"order_id": 2}\n')
# %% snippet
orders = spark.readStream.schema("order_id BIGINT").option("maxFilesPerTrigger", 1000).json("landing/orders")

query = (
    orders.writeStream.format("parquet")
    # The checkpoint knows which files were read: one folder a query, never shared, never deleted.
    .option("checkpointLocation", "state/orders")
    .option("path", "lake/orders")
    .outputMode("append")
    .trigger(availableNow=True)
    .start()
)
query.awaitTermination()
# %% check
assert spark.read.parquet("lake/orders").count() == 2
Path("landing/orders/2.json").write_text('{"order_id": 3}\n')
again = (
    orders.writeStream.format("parquet")
    .option("checkpointLocation", "state/orders")
    .option("path", "lake/orders")
    .trigger(availableNow=True)
    .start()
)
again.awaitTermination()
assert sorted(row.order_id for row in spark.read.parquet("lake/orders").collect()) == [1, 2, 3]
