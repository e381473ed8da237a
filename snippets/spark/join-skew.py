# ---
# prefix: spark-join-skew
# title: Join with a skewed key
# description: Spreads a key that holds most rows over several tasks by adding a random salt to both sides.
# needs: [pyspark 4.3]
# placeholders: [user_id, SALTS]
# verified: executed
# ---
# %% setup
from pyspark.sql import functions as F

events = spark.range(1000).select(F.when(F.col("id") < 950, 1).otherwise(F.col("id")).alias("user_id"))
users = spark.range(1000).select(F.col("id").alias("user_id"), F.lit("x").alias("plan"))
# %% snippet
from pyspark.sql import functions as F

# Adaptive execution splits skewed partitions of sort-merge joins by itself; salt by hand where that is not enough,
# for example before an aggregation. The right side grows by the number of salts.
SALTS = 16

salted_events = events.withColumn("salt", (F.rand() * SALTS).cast("int"))
salted_users = users.withColumn("salt", F.explode(F.sequence(F.lit(0), F.lit(SALTS - 1))))
joined = salted_events.join(salted_users, on=["user_id", "salt"]).drop("salt")
# %% check
assert joined.count() == 1000
assert joined.filter("user_id = 1").count() == 950
assert joined.columns == ["user_id", "plan"]
