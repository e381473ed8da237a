# ---
# prefix: spark-delta-scd2
# title: Keep the history of a dimension (SCD type 2)
# description: Closes the current row of a key that changed and adds the new one, in one merge.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [lake/customers, updates, customer_id, updated_at]
# verified: executed
# references:
#   - { name: "Delta Lake: table deletes, updates and merges", url: "https://docs.delta.io/delta-update/", checked: 2026-11-22 }
# ---
# %% setup
spark.createDataFrame(
    [(1, "DE", 10, None, True), (2, "FR", 10, None, True)],
    "customer_id INT, country STRING, valid_from INT, valid_to INT, is_current BOOLEAN",
).write.format("delta").save("lake/customers")
updates = spark.createDataFrame(
    [(1, "AT", 20), (2, "FR", 20), (3, "PL", 20)], "customer_id INT, country STRING, updated_at INT"
)
# %% snippet
from delta import DeltaTable
from pyspark.sql import functions as F

history = DeltaTable.forPath(spark, "lake/customers")
current = history.toDF().filter("is_current").select("customer_id", F.col("country").alias("known_country"))

changed = updates.join(current, on="customer_id", how="left").filter("NOT (country <=> known_country)")
# A changed key comes twice: with its key, to close the row that is there, and with a null key, to be inserted.
staged = changed.withColumn("merge_key", F.explode(F.array(F.col("customer_id"), F.lit(None))))

(
    history.alias("h")
    .merge(staged.alias("s"), "h.customer_id = s.merge_key AND h.is_current")
    .whenMatchedUpdate(set={"valid_to": "s.updated_at", "is_current": "false"})
    .whenNotMatchedInsert(
        condition="s.merge_key IS NULL",
        values={
            "customer_id": "s.customer_id",
            "country": "s.country",
            "valid_from": "s.updated_at",
            "valid_to": "NULL",
            "is_current": "true",
        },
    )
    .execute()
)
# %% check
rows = spark.read.format("delta").load("lake/customers").orderBy("customer_id", "valid_from").collect()
assert [tuple(row) for row in rows] == [
    (1, "DE", 10, 20, False),
    (1, "AT", 20, None, True),
    (2, "FR", 10, None, True),
    (3, "PL", 20, None, True),
]
