# ---
# prefix: spark-read-csv
# title: Read CSV with a schema
# description: Reads CSV files with a declared schema and keeps the text of rows that do not fit it.
# needs: [pyspark 4.3]
# placeholders: [data/orders.csv]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataFrameReader.csv", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.DataFrameReader.csv.html", checked: 2026-11-22 }
# ---
# %% setup
from pathlib import Path

Path("data").mkdir()
Path("data/orders.csv").write_text(
    "order_id,amount,ordered_at\n1,9.50,2026-11-01 08:00:00\nx,1.00,2026-11-02 08:00:00\n"
)
# %% snippet
# inferSchema reads the files twice and guesses anew with every file; a declared schema does neither.
schema = "order_id BIGINT, amount DECIMAL(12, 2), ordered_at TIMESTAMP, malformed STRING"

orders = (
    spark.read.schema(schema)
    .option("header", True)
    .option("mode", "PERMISSIVE")
    .option("columnNameOfCorruptRecord", "malformed")
    .csv("data/orders.csv")
)
# %% check
rows = orders.orderBy("ordered_at").collect()
assert [row.order_id for row in rows] == [1, None]
assert [row.malformed for row in rows] == [None, "x,1.00,2026-11-02 08:00:00"]
assert dict(orders.dtypes)["amount"] == "decimal(12,2)"
