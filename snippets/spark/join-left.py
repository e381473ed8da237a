# ---
# prefix: spark-join-left
# title: Left join that keeps the row count
# description: Adds columns of a second table by key, with its duplicates removed first so that no row is multiplied.
# needs: [pyspark 4.3]
# placeholders: [orders, customers, customer_id]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.join", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.join.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame([(1, 7), (2, 8), (3, 9)], "order_id INT, customer_id INT")
customers = spark.createDataFrame([(7, "DE"), (7, "DE"), (8, "FR")], "customer_id INT, country STRING")
# %% snippet
# Joined by name, the key stands once in the result. A key that is twice on the right would double the order.
with_country = orders.join(customers.dropDuplicates(["customer_id"]), on="customer_id", how="left")
# %% check
assert sorted((row.order_id, row.country) for row in with_country.collect()) == [(1, "DE"), (2, "FR"), (3, None)]
assert with_country.columns == ["customer_id", "order_id", "country"]
