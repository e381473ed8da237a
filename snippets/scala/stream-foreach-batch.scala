// ---
// prefix: scala-stream-foreach-batch
// title: Stream into a table, batch by batch
// description: Takes what is new, hands each micro-batch to ordinary DataFrame code, and stops; a repeated batch replaces itself.
// needs: [spark 4.3, scala 2.13]
// placeholders: [incoming, lake/orders, checkpoints/orders]
// verified: executed
// references:
//   - { name: "Structured Streaming: foreachBatch and triggers", url: "https://spark.apache.org/docs/latest/streaming/apis-on-dataframes-and-datasets.html", checked: 2026-11-22 }
// ---
// %% setup
import java.nio.file.{Files, Paths}
Files.createDirectories(Paths.get("incoming"))
Files.writeString(Paths.get("incoming/1.json"), "{\"order_id\": 1, \"amount\": 9.5}\n{\"order_id\": 2, \"amount\": 3}\n")
// %% snippet
import org.apache.spark.sql.DataFrame
import org.apache.spark.sql.functions.lit
import org.apache.spark.sql.streaming.Trigger

// A batch can come twice after a failure, with the same number: its folder is written anew.
def writeBatch(batch: DataFrame, id: Long): Unit =
  batch
    .withColumn("batch", lit(id))
    .write
    .mode("overwrite")
    .option("partitionOverwriteMode", "dynamic")
    .partitionBy("batch")
    .parquet("lake/orders")

val query = spark.readStream
  .schema("order_id BIGINT, amount DOUBLE")
  .json("incoming")
  .writeStream
  .foreachBatch(writeBatch _)
  .option("checkpointLocation", "checkpoints/orders")
  .trigger(Trigger.AvailableNow())
  .start()

query.awaitTermination()
// %% check
assert(spark.read.parquet("lake/orders").count() == 2)
writeBatch(spark.sql("SELECT 1L AS order_id, 9.5D AS amount"), 0)
assert(spark.read.parquet("lake/orders").count() == 1)
