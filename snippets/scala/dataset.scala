// ---
// prefix: scala-dataset
// title: Typed Dataset of a case class
// description: Gives rows a type that the compiler checks, and reduces each key's rows with ordinary Scala.
// needs: [spark 4.3, scala 2.13]
// placeholders: [orders, Order]
// verified: executed
// references:
//   - { name: "Spark: creating Datasets", url: "https://spark.apache.org/docs/latest/sql-getting-started.html#creating-datasets", checked: 2026-11-22 }
// ---
// %% setup
spark.sql("SELECT * FROM VALUES (1L, 'DE', 9.5, NULL), (2L, 'FR', 3.0, 'X1'), (3L, 'DE', 12.0, NULL) t (order_id, country, amount, coupon)")
  .write.parquet("orders")
// %% snippet
import org.apache.spark.sql.Dataset

// A column that may be null is an Option; without it a null fails at run time.
case class Order(order_id: Long, country: String, amount: BigDecimal, coupon: Option[String])

import spark.implicits._

// as checks names and types; columns that the class does not have stay until the first typed step.
val orders: Dataset[Order] = spark.read.parquet("orders").as[Order]

val largest: Dataset[Order] = orders
  .groupByKey(_.country)
  .reduceGroups((a, b) => if (a.amount >= b.amount) a else b)
  .map { case (_, order) => order }
// %% check
val found = largest.collect().map(order => order.country -> order.order_id).toMap
assert(found == Map("DE" -> 3L, "FR" -> 2L), found.toString)
assert(orders.filter(_.coupon.contains("X1")).count() == 1)
