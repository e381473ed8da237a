# ---
# prefix: spark-aggregate
# title: Several measures in one pass
# description: Counts, sums, distinct counts, conditional counts and percentiles by group with one aggregation.
# needs: [pyspark 4.3]
# placeholders: [amount, customer_id]
# verified: executed
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
    # Exact distinct counts shuffle every value; this one is off by about 5 % and does not.
    F.approx_count_distinct("customer_id").alias("customers"),
    F.percentile_approx("amount", 0.5).alias("median"),
)
# %% check
assert sorted(tuple(row) for row in by_country.collect()) == [("DE", 3, 1, 60.0, 2, 20.0), ("FR", 1, 0, 5.0, 1, 5.0)]
