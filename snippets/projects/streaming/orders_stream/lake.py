"""Where the tables are. A path works on a laptop, on HDFS and on object storage alike, and needs no data catalog."""

from dataclasses import dataclass

from pyspark.sql import DataFrame, SparkSession


@dataclass(frozen=True)
class Table:
    name: str
    columns: str
    partition: str | None = None


@dataclass(frozen=True)
class Lake:
    spark: SparkSession
    root: str

    def path(self, table: Table) -> str:
        return f"{self.root.rstrip('/')}/{table.name}"

    def checkpoint(self, query: str) -> str:
        """What a query has done. It belongs to the tables: who removes one of both removes the other too."""
        return f"{self.root.rstrip('/')}/_checkpoints/{query}"

    def create(self, *tables: Table) -> None:
        for table in tables:
            partitioned = f"PARTITIONED BY ({table.partition})" if table.partition else ""
            self.spark.sql(
                f"CREATE TABLE IF NOT EXISTS delta.`{self.path(table)}` ({table.columns}) USING DELTA {partitioned}"
            )

    def read(self, table: Table) -> DataFrame:
        return self.spark.read.format("delta").load(self.path(table))

    def replace_days(self, table: Table, rows: DataFrame, days: list[str]) -> None:
        """Replaces the partitions of these days and no others, in one commit."""
        listed = ", ".join(f"'{day}'" for day in days)
        (
            rows.write.format("delta")
            .mode("overwrite")
            .option("replaceWhere", f"{table.partition} IN ({listed})")
            .save(self.path(table))
        )
