# ---
# prefix: spark-read-jdbc
# title: Read a database table in parallel
# description: Reads over JDBC with several connections, each taking a range of a numeric column.
# needs: [pyspark 4.3, the database's JDBC driver]
# placeholders: [JDBC_URL, orders, order_id]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrameReader.jdbc", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrameReader.jdbc.html", checked: 2026-11-22 }
# ---
# %% setup
import os

os.environ["JDBC_URL"] = "jdbc:derby:memory:read;create=true"
spark.range(1, 101).withColumnRenamed("id", "order_id").write.jdbc(os.environ["JDBC_URL"], "orders")
# %% snippet
import os

# Without the four partition options one task reads the whole table through one connection.
# The bounds only cut the ranges: rows outside of them are read too, by the first and last task.
orders = (
    spark.read.format("jdbc")
    .option("url", os.environ["JDBC_URL"])
    .option("dbtable", "orders")
    .option("partitionColumn", "order_id")
    .option("lowerBound", 1)
    .option("upperBound", 100)
    .option("numPartitions", 4)
    .option("fetchsize", 10_000)
    .load()
)
# %% check
assert orders.count() == 100
assert orders.rdd.getNumPartitions() == 4
