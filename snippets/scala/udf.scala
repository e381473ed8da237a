// ---
// prefix: scala-udf
// title: User defined function
// description: Wraps Scala code for DataFrames and SQL; null goes in and comes out as null.
// needs: [spark 4.3, scala 2.13]
// placeholders: [domainOf, domain_of]
// verified: executed
// references:
//   - { name: "Spark: scalar user defined functions", url: "https://spark.apache.org/docs/latest/sql-ref-functions-udf-scalar.html", checked: 2026-11-22 }
// ---
// %% setup
import spark.implicits._
val customers = Seq(Some("a@Example.org"), None, Some("no address")).toDF("email")
// %% snippet
import org.apache.spark.sql.functions.{col, udf}

// Only where no built-in function does it: the optimiser cannot look inside.
// Parameters are objects, not Int or Double: a null would silently make the result null before the call.
val domainOf = udf((email: String) =>
  Option(email).map(_.split('@')).collect { case Array(_, domain) => domain.toLowerCase }
)

val withDomain = customers.withColumn("domain", domainOf(col("email")))

spark.udf.register("domain_of", domainOf)
// %% check
assert(withDomain.collect().map(row => Option(row.getAs[String]("domain"))).toSeq == Seq(Some("example.org"), None, None))
assert(spark.sql("SELECT domain_of('x@Y.de')").head().getString(0) == "y.de")
