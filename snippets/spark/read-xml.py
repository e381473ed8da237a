# ---
# prefix: spark-read-xml
# title: Read XML
# description: Reads one row per XML element with the reader that is part of Spark since 4.0.
# needs: [pyspark 4.3]
# placeholders: [data/orders.xml]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrameReader.xml", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrameReader.xml.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("data").mkdir()
Path("data/orders.xml").write_text(
    '<orders><order id="1"><status>placed</status></order><order id="2"><status>shipped</status></order></orders>'
)
# %% snippet
# Attributes become columns with a prefix, "_" unless attributePrefix says otherwise.
rows = (
    spark.read.schema("_id BIGINT, status STRING")
    .option("rowTag", "order")
    .xml("data/orders.xml")
    .withColumnRenamed("_id", "order_id")
)
# %% check
assert [tuple(row) for row in rows.orderBy("order_id").collect()] == [(1, "placed"), (2, "shipped")]
