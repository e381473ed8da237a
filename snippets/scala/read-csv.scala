// ---
// prefix: scala-read-csv
// title: Read CSV with a schema
// description: Declares the columns in SQL's words, keeps lines that do not fit in a column of their own, and splits them off.
// needs: [spark 4.3, scala 2.13]
// placeholders: [orders.csv]
// verified: executed
// references:
//   - { name: "Spark: CSV files", url: "https://spark.apache.org/docs/latest/sql-data-sources-csv.html", checked: 2026-11-22 }
// ---
// %% setup
import java.nio.file.{Files, Paths}
Files.writeString(Paths.get("orders.csv"), "order_id,amount,ordered_at\n1,9.50,2026-11-22\n2,a lot,2026-11-22\n3,4.00,\n")
// %% snippet
import org.apache.spark.sql.functions.col

val raw = spark.read
  .schema("order_id BIGINT, amount DECIMAL(10, 2), ordered_at DATE, broken_line STRING")
  .option("header", true)
  .option("mode", "PERMISSIVE")
  .option("columnNameOfCorruptRecord", "broken_line")
  .csv("orders.csv")
  // A query on the column of broken lines alone is refused while it reads the file.
  .cache()

val broken = raw.filter(col("broken_line").isNotNull)
val orders = raw.filter(col("broken_line").isNull).drop("broken_line")
// %% check
assert(orders.count() == 2)
assert(orders.schema("amount").dataType.sql == "DECIMAL(10,2)")
assert(broken.select("broken_line").head().getString(0) == "2,a lot,2026-11-22")
