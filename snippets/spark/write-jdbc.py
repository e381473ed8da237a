# ---
# prefix: spark-write-jdbc
# title: Load a database table
# description: Replaces the rows of a database table over JDBC in batches, keeping the table and its types.
# needs: [pyspark 4.3, the database's JDBC driver]
# placeholders: [JDBC_URL, daily_revenue]
# verified: executed
# ---
# %% setup
import os

os.environ["JDBC_URL"] = "jdbc:derby:memory:write;create=true"
schema = "day STRING, revenue DOUBLE"
spark.createDataFrame([("2026-10-31", 1.0)], schema).write.jdbc(os.environ["JDBC_URL"], "daily_revenue")
daily_revenue = spark.createDataFrame([("2026-11-01", 9.5), ("2026-11-02", 4.5)], schema)
# %% snippet
import os

(
    # Each partition opens a connection: few, or the database runs out of them.
    daily_revenue.coalesce(4)
    .write.format("jdbc")
    .mode("overwrite")
    .option("url", os.environ["JDBC_URL"])
    .option("dbtable", "daily_revenue")
    # With truncate the table, its indexes and its grants stay; without it, it is dropped and made anew.
    .option("truncate", True)
    .option("batchsize", 5_000)
    .save()
)
# %% check
stored = spark.read.jdbc(os.environ["JDBC_URL"], "daily_revenue")
assert sorted(tuple(row) for row in stored.collect()) == [("2026-11-01", 9.5), ("2026-11-02", 4.5)]
