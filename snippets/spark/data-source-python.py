# ---
# prefix: spark-data-source-python
# title: Read from an API as a data source
# description: A Python data source lets spark.read.format() read a system that Spark has no connector for.
# needs: [pyspark 4.3, pyarrow 26]
# placeholders: [PagedApi, paged_api]
# verified: executed
# references:
#   - { name: "PySpark 4.3: DataSource", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.datasource.DataSource.html", checked: 2026-11-22 }
# ---
# %% snippet
from collections.abc import Iterator

from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition


class PagedApi(DataSource):
    @classmethod
    def name(cls) -> str:
        return "paged_api"

    def schema(self) -> str:
        return "page INT, item STRING"

    def reader(self, schema) -> DataSourceReader:
        return PageReader(int(self.options["pages"]))


class PageReader(DataSourceReader):
    def __init__(self, count: int):
        self.count = count

    def partitions(self) -> list[InputPartition]:
        return [InputPartition(page) for page in range(self.count)]

    # Runs in a worker, once a partition: open connections here, not in __init__.
    def read(self, partition: InputPartition) -> Iterator[tuple[int, str]]:
        for item in ("a", "b"):
            yield (partition.value, item)


spark.dataSource.register(PagedApi)
items = spark.read.format("paged_api").option("pages", 3).load()
# %% check
assert items.count() == 6
assert items.filter("page = 2").orderBy("item").first().item == "a"
