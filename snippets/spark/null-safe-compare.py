# ---
# prefix: spark-null-safe-compare
# title: Find changed rows, nulls included
# description: Compares two versions of a table column by column with an equality that treats null as a value.
# needs: [pyspark 4.3]
# placeholders: [before, after, customer_id]
# verified: executed
# references:
#   - { name: "PySpark 4.3: Column.eqNullSafe", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.Column.eqNullSafe.html", checked: 2026-11-22 }
# ---
# %% setup
schema = "customer_id INT, country STRING, segment STRING"
before = spark.createDataFrame([(1, "DE", None), (2, "FR", "b"), (3, None, None)], schema)
after = spark.createDataFrame([(1, "DE", "a"), (2, "FR", "b"), (3, None, None)], schema)
# %% snippet
from functools import reduce

from pyspark.sql import functions as F

compared = [column for column in after.columns if column != "customer_id"]

# null = null is null, so a plain != would miss every change from or to null.
is_changed = reduce(lambda a, b: a | b, (~F.col(f"a.{c}").eqNullSafe(F.col(f"b.{c}")) for c in compared))
changed = after.alias("a").join(before.alias("b"), on="customer_id").filter(is_changed).select("a.*")
# %% check
assert [row[0] for row in changed.collect()] == [1]
