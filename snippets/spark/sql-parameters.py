# ---
# prefix: spark-sql-parameters
# title: SQL with parameters
# description: Passes values and DataFrames into spark.sql without building the text by hand.
# needs: [pyspark 4.3]
# placeholders: [orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: SparkSession.sql", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.SparkSession.sql.html", checked: 2026-11-22 }
# ---
# %% setup
orders = spark.createDataFrame([(1, "DE", 5.0), (2, "FR", 50.0)], "order_id INT, country STRING, amount DOUBLE")
# %% snippet
# Named markers carry values, typed and never parsed as SQL; braces carry DataFrames.
large = spark.sql(
    """
    SELECT order_id, amount
    FROM {source}
    WHERE country = :country AND amount >= :least
    """,
    args={"country": "FR", "least": 10},
    source=orders,
)
# %% check
assert [row.order_id for row in large.collect()] == [2]
