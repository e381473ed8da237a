# ---
# prefix: spark-nested-update
# title: Change fields inside structs and arrays
# description: Sets and drops a field of a struct, and changes every element of an array, without exploding.
# needs: [pyspark 4.3]
# placeholders: [orders, customer, items]
# verified: executed
# references:
#   - { name: "PySpark 4.3: Column.withField", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.Column.withField.html", checked: 2026-11-22 }
#   - { name: "PySpark 4.3: functions.transform", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.transform.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame(
    [(("a@example.com", "de"), [("x", 2, 1.5), ("y", 1, 4.0)])],
    "customer STRUCT<email: STRING, country: STRING>, items ARRAY<STRUCT<sku: STRING, quantity: INT, price: DOUBLE>>",
)
# %% snippet
from pyspark.sql import functions as F

updated = orders.withColumns(
    {
        "customer": F.col("customer").withField("country", F.upper("customer.country")).dropFields("email"),
        "items": F.transform("items", lambda item: item.withField("total", item["quantity"] * item["price"])),
        "expensive": F.filter("items", lambda item: item["price"] > 2),
    }
)
# %% check
row = updated.first()
assert row.customer.asDict() == {"country": "DE"}
assert [item.total for item in row["items"]] == [3.0, 4.0]
assert [item.sku for item in row.expensive] == ["y"]
