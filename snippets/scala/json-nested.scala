// ---
// prefix: scala-json-nested
// title: Parse and flatten nested JSON
// description: Turns a JSON string into a struct with a declared schema and its array into rows.
// needs: [spark 4.3, scala 2.13]
// placeholders: [messages, payload]
// verified: executed
// references:
//   - { name: "Spark: from_json", url: "https://spark.apache.org/docs/latest/api/sql/#from_json", checked: 2026-11-22 }
// ---
// %% setup
import spark.implicits._
val messages = Seq(
  """{"order_id": 1, "lines": [{"sku": "a", "quantity": 2}, {"sku": "b", "quantity": 1}]}""",
  """{"order_id": 2, "lines": []}""",
  "not json"
).toDF("payload")
// %% snippet
import org.apache.spark.sql.functions.{col, explode_outer, from_json, lit}

val schema = "order_id BIGINT, lines ARRAY<STRUCT<sku: STRING, quantity: INT>>"

val orderLines = messages
  .withColumn("event", from_json(col("payload"), lit(schema)))
  .filter(col("event.order_id").isNotNull)
  // explode_outer keeps an order without lines, explode would drop it.
  .select(col("event.order_id"), explode_outer(col("event.lines")).as("line"))
  .select("order_id", "line.sku", "line.quantity")
// %% check
val rows = orderLines.orderBy("order_id", "sku").collect().map(row => (row.getLong(0), Option(row.getString(1))))
assert(rows.toSeq == Seq((1L, Some("a")), (1L, Some("b")), (2L, None)))
