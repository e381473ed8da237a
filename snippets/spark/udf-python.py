# ---
# prefix: spark-udf-python
# title: Python UDF
# description: Wraps a typed Python function as a column function, exchanged as Arrow batches.
# needs: [pyspark 4.3, pyarrow 26]
# placeholders: [domain_of, customers, email]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.udf", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.udf.html", checked: 2026-11-22 }
# ---
# %% setup
customers = spark.createDataFrame([(1, "a@example.com"), (2, None), (3, "broken")], "customer_id INT, email STRING")
# %% snippet
from pyspark.sql.functions import udf


# A UDF is opaque to the optimizer: no filter is pushed through it. Take a built-in function where there is one.
@udf("string", useArrow=True)
def domain_of(address: str | None) -> str | None:
    if address is None or "@" not in address:
        return None
    return address.rsplit("@", 1)[1].lower()


with_domain = customers.withColumn("domain", domain_of("email"))
# %% check
assert [row.domain for row in with_domain.orderBy("customer_id").collect()] == ["example.com", None, None]
