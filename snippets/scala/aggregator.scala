// ---
// prefix: scala-aggregator
// title: User defined aggregate
// description: A typed Aggregator with a buffer that merges across partitions, registered for DataFrames and SQL.
// needs: [spark 4.3, scala 2.13]
// placeholders: [WeightedMean, weighted_mean]
// verified: executed
// references:
//   - { name: "Spark: user defined aggregate functions", url: "https://spark.apache.org/docs/latest/sql-ref-functions-udf-aggregate.html", checked: 2026-11-22 }
// ---
// %% snippet
import org.apache.spark.sql.expressions.Aggregator
import org.apache.spark.sql.functions.udaf
import org.apache.spark.sql.{Encoder, Encoders}

case class Weighted(value: Double, weight: Double)
case class Sums(total: Double, weights: Double)

object WeightedMean extends Aggregator[Weighted, Sums, java.lang.Double] {
  // Neutral, and merge associative: partitions come in any order.
  def zero: Sums = Sums(0, 0)
  def reduce(sums: Sums, row: Weighted): Sums = Sums(sums.total + row.value * row.weight, sums.weights + row.weight)
  def merge(a: Sums, b: Sums): Sums = Sums(a.total + b.total, a.weights + b.weights)
  // The boxed type, because there may be no result.
  def finish(sums: Sums): java.lang.Double = if (sums.weights == 0) null else sums.total / sums.weights
  def bufferEncoder: Encoder[Sums] = Encoders.product
  def outputEncoder: Encoder[java.lang.Double] = Encoders.DOUBLE
}

spark.udf.register("weighted_mean", udaf(WeightedMean))
// %% check
val means = spark.sql(
  "SELECT k, weighted_mean(v, w) AS mean FROM VALUES ('a', 1D, 1D), ('a', 4D, 2D), ('b', 1D, 0D) t (k, v, w) GROUP BY k ORDER BY k"
).collect()
assert(means(0).getDouble(1) == 3.0)
assert(means(1).isNullAt(1))
