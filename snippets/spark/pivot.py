# ---
# prefix: spark-pivot
# title: Pivot and unpivot
# description: Turns values of a column into columns, with the values named, and back into rows.
# needs: [pyspark 4.3]
# placeholders: [sales, shop, quarter, revenue]
# verified: executed
# references:
#   - { name: "PySpark 4.3: GroupedData.pivot", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.GroupedData.pivot.html", checked: 2026-11-22 }
#   - { name: "PySpark 4.3: DataFrame.unpivot", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.unpivot.html", checked: 2026-11-22 }
# ---
# %% setup
sales = spark.createDataFrame(
    [("a", "Q1", 1.0), ("a", "Q2", 2.0), ("b", "Q1", 3.0)], "shop STRING, quarter STRING, revenue DOUBLE"
)
# %% snippet
from pyspark.sql import functions as F

QUARTERS = ["Q1", "Q2", "Q3", "Q4"]

# Named values keep the columns the same on every run, and spare a job that looks for them.
wide = sales.groupBy("shop").pivot("quarter", QUARTERS).agg(F.sum("revenue"))
long = wide.unpivot("shop", QUARTERS, "quarter", "revenue").dropna(subset=["revenue"])
# %% check
assert wide.columns == ["shop", "Q1", "Q2", "Q3", "Q4"]
assert sorted(tuple(row) for row in long.collect()) == sorted(tuple(row) for row in sales.collect())
