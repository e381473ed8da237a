// ---
// prefix: scala-job
// title: A Spark job with arguments
// description: The main object that spark-submit starts; paths come as arguments, master and memory from the command.
// needs: [spark 4.3, scala 2.13]
// placeholders: [DailyRevenue, daily-revenue]
// verified: executed
// references:
//   - { name: "Spark: getting started", url: "https://spark.apache.org/docs/latest/sql-getting-started.html", checked: 2026-11-22 }
//   - { name: "Spark: submitting applications", url: "https://spark.apache.org/docs/latest/submitting-applications.html", checked: 2026-11-22 }
// ---
// %% snippet
import org.apache.spark.sql.functions.{col, count, sum, to_date}
import org.apache.spark.sql.{DataFrame, SparkSession}

object DailyRevenue {

  // Without reads and writes in it, a test can call it.
  def byDay(orders: DataFrame): DataFrame =
    orders
      .groupBy(to_date(col("ordered_at")).as("day"))
      .agg(count("*").as("orders"), sum("amount").as("revenue"))

  def main(args: Array[String]): Unit = args match {
    case Array(input, output) =>
      val spark = SparkSession.builder().appName("daily-revenue").getOrCreate()
      byDay(spark.read.parquet(input)).write.mode("overwrite").parquet(output)
    case _ =>
      System.err.println("Usage: daily-revenue <input> <output>")
      sys.exit(2)
  }
}
// %% check
import spark.implicits._
Seq(("2026-11-21 08:00:00", 5.0), ("2026-11-21 09:00:00", 2.5), ("2026-11-22 08:00:00", 1.0))
  .toDF("ordered_at", "amount")
  .withColumn("ordered_at", col("ordered_at").cast("timestamp"))
  .write.parquet("orders")
DailyRevenue.main(Array("orders", "revenue"))
val rows = spark.read.parquet("revenue").orderBy("day").as[(java.sql.Date, Long, Double)].collect()
assert(rows.map(row => (row._1.toString, row._2, row._3)).toSeq == Seq(("2026-11-21", 2L, 7.5), ("2026-11-22", 1L, 1.0)))
