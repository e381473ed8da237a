package orders

import org.apache.spark.sql.functions.{col, count, sum, to_date}
import org.apache.spark.sql.{DataFrame, SparkSession}

/** Orders and revenue by day and currency, read from the Delta table that jobs/orders.py keeps. */
object Report {

  def byDay(orders: DataFrame): DataFrame =
    orders
      .filter(col("status") =!= "returned")
      .groupBy(to_date(col("ordered_at")).as("ordered_on"), col("currency"))
      .agg(count("*").as("orders"), sum("amount").as("revenue"))
      .orderBy("ordered_on", "currency")

  def main(arguments: Array[String]): Unit = {
    val lake = arguments.headOption.getOrElse("lake")
    val spark = SparkSession.builder().appName("orders-report").getOrCreate()
    byDay(spark.read.format("delta").load(s"$lake/silver/orders")).show(100, truncate = false)
    spark.stop()
  }
}
