# ---
# prefix: spark-join-broadcast
# title: Broadcast join
# description: Sends the small side of a join to every executor, so that the large side is not shuffled.
# needs: [pyspark 4.3]
# placeholders: [orders, countries, country_code]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.broadcast", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.broadcast.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame([(1, "DE"), (2, "FR")], "order_id INT, country_code STRING")
countries = spark.createDataFrame([("DE", "Germany")], "country_code STRING, country STRING")
spark.conf.set("spark.sql.autoBroadcastJoinThreshold", -1)
# %% snippet
from pyspark.sql import functions as F

# The hint holds above spark.sql.autoBroadcastJoinThreshold too. The side that is kept whole cannot be broadcast:
# in a left join that is the left one.
joined = orders.join(F.broadcast(countries), on="country_code", how="left")
# %% check
assert "BroadcastHashJoin" in joined._jdf.queryExecution().executedPlan().toString()
assert sorted((row.order_id, row.country) for row in joined.collect()) == [(1, "Germany"), (2, None)]
