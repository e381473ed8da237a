# ---
# prefix: spark-join-anti
# title: Rows without, and with, a match
# description: Finds the rows that have no match in another table, or have one, without taking its columns.
# needs: [pyspark 4.3]
# placeholders: [orders, customers, customer_id]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.join", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.join.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame([(1, 7), (2, 8), (3, None)], "order_id INT, customer_id INT")
customers = spark.createDataFrame([(7,), (7,)], "customer_id INT")
# %% snippet
# A row whose key is null matches nothing, so the anti join keeps it. NOT IN would give no row at all, with one null.
orphans = orders.join(customers, on="customer_id", how="left_anti")
matched = orders.join(customers, on="customer_id", how="left_semi")
# %% check
assert sorted(row.order_id for row in orphans.collect()) == [2, 3]
assert [row.order_id for row in matched.collect()] == [1]
