// ---
// prefix: scala-latest-row
// title: Keep the newest row of each key
// description: Numbers the rows of each key by time and keeps the first.
// needs: [spark 4.3, scala 2.13]
// placeholders: [rawOrders, order_id, updated_at, loaded_at]
// verified: executed
// references:
//   - { name: "Spark: window functions", url: "https://spark.apache.org/docs/latest/sql-ref-syntax-qry-select-window.html", checked: 2026-11-22 }
// ---
// %% setup
val rawOrders = spark.sql(
  "SELECT * FROM VALUES (1, 'placed', 1, 1), (1, 'shipped', 2, 2), (1, 'again', 2, 3), (2, 'placed', 1, 1) t (order_id, status, updated_at, loaded_at)"
)
// %% snippet
import org.apache.spark.sql.expressions.Window
import org.apache.spark.sql.functions.{col, row_number}

// The second column breaks ties, so that a rerun gives the same rows.
val newestFirst = Window.partitionBy("order_id").orderBy(col("updated_at").desc, col("loaded_at").desc)

val latest = rawOrders
  .withColumn("position", row_number().over(newestFirst))
  .filter(col("position") === 1)
  .drop("position")
// %% check
assert(latest.orderBy("order_id").collect().map(_.getAs[String]("status")).toSeq == Seq("again", "placed"))
