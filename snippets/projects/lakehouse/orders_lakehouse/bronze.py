"""Bronze: every row as it was delivered, as text, with the file and the day it came from."""

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

from .lake import Table

COLUMNS = ["order_id", "customer_id", "placed_at", "updated_at", "status", "amount"]
# All text: a value that does not fit its type belongs into quarantine, not into an error at reading time.
SCHEMA = ", ".join(f"{column} STRING" for column in COLUMNS)
ORDERS = Table("bronze/orders", f"{SCHEMA}, _day DATE, _file STRING, _loaded_at TIMESTAMP", partition="_day")


def read_orders(spark: SparkSession, source: str, day: str | None) -> DataFrame:
    """The rows of one day's file, or of all files: `<source>/orders/<day>.csv`."""
    rows = spark.read.csv(f"{source}/orders", schema=SCHEMA, header=True, pathGlobFilter=f"{day or '*'}.csv")
    return rows.withColumns(
        {"_day": day_of_file(), "_file": F.col("_metadata.file_name"), "_loaded_at": F.current_timestamp()}
    )


def day_of_file() -> Column:
    return F.to_date(F.regexp_extract("_metadata.file_name", r"^(\d{4}-\d{2}-\d{2})\.csv$", 1))


def read_customers(spark: SparkSession, source: str) -> DataFrame:
    return spark.read.csv(
        f"{source}/customers.csv", schema="customer_id STRING, country STRING, segment STRING", header=True
    )
