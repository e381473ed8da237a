# ---
# prefix: spark-pipeline-declarative
# title: Declarative pipeline
# description: Tables and flows as functions; Spark finds the order, creates the tables and runs what is new.
# needs: ["pyspark[pipelines] 4.3"]
# placeholders: [raw_orders, daily_revenue]
# verified: executed
# ---
# %% setup
from pathlib import Path

Path("landing").mkdir()
Path("landing/1.json").write_text(
    '{"order_id": 1, "amount": 9.5, "day": "2026-11-01"}\n{"order_id": 2, "amount": null, "day": "2026-11-01"}\n'
)
Path("spark-pipeline.yml").write_text(
    f"name: orders\nstorage: file://{Path.cwd()}/state\nlibraries:\n  - glob: {{include: transformations/**}}\n"
)
# %% snippet
from pyspark import pipelines as dp
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

# Started by `spark-pipelines run` in the folder of spark-pipeline.yml, which gives the session.
spark = SparkSession.active()


# A stream: each run takes the files that came since the last one.
@dp.table
def raw_orders() -> DataFrame:
    return spark.readStream.schema("order_id BIGINT, amount DOUBLE, day DATE").json("landing")


# Computed anew in each run. A function only describes its query: the tables may not exist yet, so nothing in it may
# look at rows or columns.
@dp.materialized_view
def daily_revenue() -> DataFrame:
    return spark.table("raw_orders").filter("amount IS NOT NULL").groupBy("day").agg(F.sum("amount").alias("revenue"))


# %% check
import pyarrow.dataset as dataset

rows = dataset.dataset("spark-warehouse/daily_revenue", format="parquet").to_table().to_pylist()
assert [(str(row["day"]), row["revenue"]) for row in rows] == [("2026-11-01", 9.5)], rows
