# ---
# prefix: spark-window-top-n
# title: Top rows of each group
# description: Keeps the first rows of each group by an order, with a tie-breaker so that each run gives the same.
# needs: [pyspark 4.3]
# placeholders: [orders, customer_id, amount, order_id]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.row_number", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.row_number.html", checked: 2026-11-22 }
#   - { name: "PySpark 4.3: functions.rank", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.rank.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame(
    [(1, 7, 5.0), (2, 7, 9.0), (3, 7, 9.0), (4, 8, 1.0)], "order_id INT, customer_id INT, amount DOUBLE"
)
# %% snippet
from pyspark.sql import Window
from pyspark.sql import functions as F

largest_first = Window.partitionBy("customer_id").orderBy(F.col("amount").desc(), "order_id")

# row_number counts ties apart, rank leaves gaps after them, dense_rank does not.
top_two = orders.withColumn("place", F.row_number().over(largest_first)).filter("place <= 2")
# %% check
assert sorted((row.customer_id, row.place, row.order_id) for row in top_two.collect()) == [
    (7, 1, 2),
    (7, 2, 3),
    (8, 1, 4),
]
