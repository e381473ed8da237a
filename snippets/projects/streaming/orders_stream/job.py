"""Two queries: from the source into bronze, and from bronze into silver and gold.

Each record is in the tables once, whatever happens in between. Bronze: Delta's sink writes the number of the batch into
the same commit as its rows, and skips a batch that it finds there. Silver and gold: a batch that is repeated merges and
replaces the same rows again, and the rejected ones carry the number of their batch like bronze.
"""

import argparse
import os
from collections.abc import Callable

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.streaming import StreamingQuery

from . import tables
from .lake import Lake
from .source import Files, Topic

TABLES = [tables.BRONZE, tables.SILVER, tables.REJECTED, tables.GOLD]


def ingest(lake: Lake, source: Topic | Files, **trigger) -> StreamingQuery:
    """Every record as it came, with where from and when."""
    return (
        source.read(lake.spark)
        .withColumn("arrived_at", F.current_timestamp())
        .writeStream.format("delta")
        .queryName("ingest")
        .option("checkpointLocation", lake.checkpoint("ingest"))
        .trigger(**trigger)
        .start(lake.path(tables.BRONZE))
    )


def refine(lake: Lake, customers: str, **trigger) -> StreamingQuery:
    """Types, rejects, merges, and recomputes the days that changed."""
    return (
        lake.spark.readStream.format("delta")
        .load(lake.path(tables.BRONZE))
        .writeStream.queryName("refine")
        .option("checkpointLocation", lake.checkpoint("refine"))
        .trigger(**trigger)
        .foreachBatch(refine_batch(lake.root, customers))
        .start()
    )


def refine_batch(root: str, customers: str) -> Callable[[DataFrame, int], None]:
    """A batch may come again after a crash, with the same number and the same rows: nothing here does it twice."""

    def one(batch: DataFrame, number: int) -> None:
        lake = Lake(batch.sparkSession, root)
        records = tables.judged(tables.typed(batch))
        add_rejected(lake, tables.rejected(records), number)
        rows = tables.newest(tables.valid(records))
        merge(lake, rows)
        days = [day.text for day in rows.select(F.col("placed_on").cast("string").alias("text")).distinct().collect()]
        if days:
            known = lake.spark.read.csv(customers, schema=tables.CUSTOMERS, header=True)
            changed = lake.read(tables.SILVER).where(F.col("placed_on").isin(days))
            lake.replace_days(tables.GOLD, tables.daily_revenue(changed, known), sorted(days))

    return one


def add_rejected(lake: Lake, rows: DataFrame, number: int) -> None:
    """Appends with the number of the batch: Delta skips it when that number is in the table already."""
    [query] = lake.spark.read.json(f"{lake.checkpoint('refine')}/metadata", schema="id STRING").collect()
    (
        rows.write.format("delta")
        .mode("append")
        # The query's own id, which a new checkpoint changes: its numbers begin again.
        .option("txnAppId", query.id)
        .option("txnVersion", number)
        .save(lake.path(tables.REJECTED))
    )


def merge(lake: Lake, rows: DataFrame) -> None:
    """Inserts new orders and updates known ones; a record that arrives late never overwrites a newer state."""
    lake.spark.sql(
        f"""
        MERGE INTO delta.`{lake.path(tables.SILVER)}` AS old
        USING {{new}} AS new ON old.order_id = new.order_id
        WHEN MATCHED AND new.updated_at > old.updated_at THEN UPDATE SET *
        WHEN NOT MATCHED THEN INSERT *
        """,
        new=rows,
    )


def run(lake: Lake, source: Topic | Files, customers: str) -> None:
    """Everything that is there, then ends: for a schedule, and for tests."""
    lake.create(*TABLES)
    ingest(lake, source, availableNow=True).awaitTermination()
    refine(lake, customers, availableNow=True).awaitTermination()


def follow(lake: Lake, source: Topic | Files, customers: str, every: str) -> None:
    """Until it is stopped, or until one of both fails."""
    lake.create(*TABLES)
    ingest(lake, source, processingTime=every)
    refine(lake, customers, processingTime=every)
    lake.spark.streams.awaitAnyTermination()


def absolute(location: str) -> str:
    """SQL takes a table's path in full only."""
    return location if "://" in location else os.path.abspath(location)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Takes orders from a topic, or from files, into the lake.")
    parser.add_argument("--broker", help="address of a Kafka broker; without it, files are read")
    parser.add_argument("--topic", default="orders")
    parser.add_argument("--files", default="data/arrivals", help="folder of files that arrive")
    parser.add_argument("--customers", default="data/customers.csv")
    parser.add_argument("--lake", default="lake", help="folder or bucket of the tables")
    parser.add_argument("--follow", metavar="INTERVAL", help="do not end, and look this often: “10 seconds”")
    options = parser.parse_args(arguments)

    spark = SparkSession.builder.appName("orders_stream").getOrCreate()
    lake = Lake(spark, absolute(options.lake))
    source = Topic(options.broker, options.topic) if options.broker else Files(absolute(options.files))
    if options.follow:
        follow(lake, source, absolute(options.customers), options.follow)
    else:
        run(lake, source, absolute(options.customers))
        counts = {table.name: lake.read(table).count() for table in TABLES[:3]}
        print(", ".join(f"{name} {count}" for name, count in counts.items()))
        lake.read(tables.GOLD).orderBy("placed_on", "country").show(50, truncate=False)
