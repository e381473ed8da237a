"""Where records come from: a topic, or files that arrive in a folder. Both give the same two columns."""

from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F


@dataclass(frozen=True)
class Topic:
    broker: str
    topic: str
    most_per_batch: int = 100_000

    def read(self, spark: SparkSession) -> DataFrame:
        """`value`, and `origin` as topic/partition/offset. The checkpoint keeps the offsets; no consumer group does."""
        records = (
            spark.readStream.format("kafka")
            .option("kafka.bootstrap.servers", self.broker)
            .option("subscribe", self.topic)
            # For the first start only; after that the checkpoint says from where.
            .option("startingOffsets", "earliest")
            # Offsets that are gone, because the topic keeps less than the job was away, must be noticed.
            .option("failOnDataLoss", True)
            .option("maxOffsetsPerTrigger", self.most_per_batch)
            .load()
        )
        return records.select(
            F.col("value").cast("string").alias("value"),
            F.concat_ws("/", "topic", "partition", "offset").alias("origin"),
        )


@dataclass(frozen=True)
class Files:
    folder: str
    most_per_batch: int = 2

    def read(self, spark: SparkSession) -> DataFrame:
        """`value`, one line each, and `origin`, the file's name. Files must be moved in whole, and never change."""
        lines = (
            spark.readStream.format("text").option("maxFilesPerTrigger", self.most_per_batch).load(self.folder)
        )
        return lines.select("value", F.col("_metadata.file_name").alias("origin"))
