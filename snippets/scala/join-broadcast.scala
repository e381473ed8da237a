// ---
// prefix: scala-join-broadcast
// title: Broadcast join
// description: Sends the small table to every executor, so that the large one is not shuffled.
// needs: [spark 4.3, scala 2.13]
// placeholders: [orders, countries, country]
// verified: executed
// references:
//   - { name: "Spark: join strategy hints", url: "https://spark.apache.org/docs/latest/sql-performance-tuning.html#join-strategy-hints-for-sql-queries", checked: 2026-11-22 }
// ---
// %% setup
import spark.implicits._
spark.conf.set("spark.sql.autoBroadcastJoinThreshold", "-1")
val orders = Seq((1, "DE"), (2, "XX")).toDF("order_id", "country")
val countries = Seq(("DE", "Germany"), ("FR", "France")).toDF("country", "name")
// %% snippet
import org.apache.spark.sql.functions.broadcast

val named = orders.join(broadcast(countries), Seq("country"), "left")
// %% check
assert(named.queryExecution.executedPlan.toString.contains("BroadcastHashJoin"))
assert(named.orderBy("order_id").collect().map(row => Option(row.getAs[String]("name"))).toSeq == Seq(Some("Germany"), None))
