# ---
# prefix: spark-aggregate
# title: Several measures in one pass
# description: Counts, sums, distinct counts, conditional counts and percentiles by group with one aggregation.
# needs: [pyspark 4.3]
# placeholders: [amount, customer_id]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.approx_count_distinct", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.approx_count_distinct.html", checked: 2026-11-22 }
#   - { name: "PySpark 4.3: functions.percentile_approx", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.percentile_approx.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame(
    [("DE", 1, 10.0, "paid"), ("DE", 1, 20.0, "returned"), ("DE", 2, 30.0, "paid"), ("FR", 3, 5.0, "paid")],
    "country STRING, customer_id INT, amount DOUBLE, status STRING",
)
# %% snippet
from pyspark.sql import functions as F

by_country = orders.groupBy("country").agg(
    F.count("*").alias("orders"),
    F.count_if(F.col("status") == "returned").alias("returned"),
    F.sum("amount").alias("revenue"),
    # Exact distinct counts shuffle every value; this one does not, with a relative standard deviation of 5 %.
    F.approx_count_distinct("customer_id").alias("customers"),
    F.percentile_approx("amount", 0.5).alias("median"),
)
# %% check
assert sorted(tuple(row) for row in by_country.collect()) == [("DE", 3, 1, 60.0, 2, 20.0), ("FR", 1, 0, 5.0, 1, 5.0)]
