# ---
# prefix: spark-join-hints
# title: Choose the join strategy
# description: Asks for a sort-merge, shuffled hash or nested-loop join where the optimizer's choice is wrong.
# needs: [pyspark 4.3]
# placeholders: [orders, payments, order_id]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.hint", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.hint.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.range(100).withColumnRenamed("id", "order_id")
payments = spark.range(50).withColumnRenamed("id", "order_id")
# %% snippet
# merge: both sides large, sorted by key. shuffle_hash: one side fits into memory partition by partition.
# shuffle_replicate_nl: no equal keys. A hint that cannot be followed is ignored.
merged = orders.join(payments.hint("merge"), on="order_id")
hashed = orders.join(payments.hint("shuffle_hash"), on="order_id")
nested = orders.join(payments.hint("shuffle_replicate_nl"), orders["order_id"] < payments["order_id"])
# %% check
plans = [df._jdf.queryExecution().executedPlan().toString() for df in (merged, hashed, nested)]
for plan, name in zip(plans, ["SortMergeJoin", "ShuffledHashJoin", "CartesianProduct"], strict=True):
    assert name in plan, plan
assert merged.count() == hashed.count() == 50
