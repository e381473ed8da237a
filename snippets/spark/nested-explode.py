# ---
# prefix: spark-nested-explode
# title: One row per array element
# description: Turns an array of structs into rows with the position, keeping parents whose array is empty.
# needs: [pyspark 4.3]
# placeholders: [orders, order_id, items]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.posexplode_outer", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.posexplode_outer.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame(
    [(1, [("x", 2), ("y", 1)]), (2, [])], "order_id INT, items ARRAY<STRUCT<sku: STRING, quantity: INT>>"
)
# %% snippet
from pyspark.sql import functions as F

# explode drops a parent with no element; the outer form keeps it with nulls.
lines = orders.select("order_id", F.posexplode_outer("items").alias("position", "item")).select(
    "order_id", "position", "item.*"
)
# %% check
assert sorted((tuple(row) for row in lines.collect()), key=str) == [
    (1, 0, "x", 2),
    (1, 1, "y", 1),
    (2, None, None, None),
]
