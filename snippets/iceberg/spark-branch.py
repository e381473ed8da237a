# ---
# prefix: iceberg-spark-branch
# title: Check before anyone reads it
# description: Writes to a branch of the table, checks the branch, and moves main there only when the check passes.
# needs: [pyspark 4.1, iceberg-spark-runtime 1.12]
# placeholders: [lake.shop.orders, arrived]
# verified: executed
# references:
#   - { name: "Iceberg: branching and tagging", url: "https://iceberg.apache.org/docs/latest/branching/", checked: 2026-11-22 }
# ---
# %% setup
spark.sql("CREATE TABLE lake.shop.orders (order_id INT, amount DOUBLE) USING iceberg")
spark.sql("INSERT INTO lake.shop.orders VALUES (1, 9.5)")
arrived = spark.createDataFrame([(2, 3.0), (3, 4.0)], "order_id INT, amount DOUBLE")
# %% snippet
from pyspark.sql import DataFrame


def publish(arrived: DataFrame) -> int:
    # Starts again from main: a branch that failed before is left behind.
    spark.sql("ALTER TABLE lake.shop.orders CREATE OR REPLACE BRANCH audit")
    arrived.writeTo("lake.shop.orders.branch_audit").append()

    candidate = spark.table("lake.shop.orders.branch_audit")
    wrong = candidate.where("amount IS NULL OR amount < 0").count()
    if wrong:
        raise ValueError(f"{wrong} rows have no amount, or a negative one")

    # Moves the name only; fails when main has gone on in the meantime.
    spark.sql("CALL lake.system.fast_forward('shop.orders', 'main', 'audit')")
    return candidate.count()


rows = publish(arrived)
# %% check
assert rows == 3 and spark.table("lake.shop.orders").count() == 3
try:
    publish(spark.createDataFrame([(4, -1.0)], "order_id INT, amount DOUBLE"))
except ValueError as error:
    assert "1 rows" in str(error)
else:
    raise AssertionError("it did not fail")
assert spark.table("lake.shop.orders").count() == 3
assert publish(spark.createDataFrame([(4, 1.0)], "order_id INT, amount DOUBLE")) == 4
