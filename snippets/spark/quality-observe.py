# ---
# prefix: spark-quality-observe
# title: Quality measures without a second pass
# description: Collects counts while the data is written and fails the job when too many rows are bad.
# needs: [pyspark 4.3]
# placeholders: [out/checked, "0.05"]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrame.observe", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrame.observe.html", checked: 2026-11-22 }
#   - { name: "PySpark 4.3: Observation.get", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.Observation.get.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame([(i, None if i == 1 else 5.0) for i in range(100)], "order_id INT, amount DOUBLE")
# %% snippet
from pyspark.sql import Observation
from pyspark.sql import functions as F

measures = Observation("orders")
observed = orders.observe(
    measures,
    F.count("*").alias("rows"),
    F.count_if(F.col("amount").isNull()).alias("without_amount"),
)
observed.write.mode("overwrite").parquet("out/checked")

# get waits for the action above; before any action it would wait for ever.
found = measures.get
if found["without_amount"] > 0.05 * found["rows"]:
    raise ValueError(f"{found['without_amount']} of {found['rows']} rows have no amount")
# %% check
assert found == {"rows": 100, "without_amount": 1}
