"""Runs the examples of options of data sources on files made for them.

`path` is a folder with rows in the format that the example reads, or none yet where it writes; `df` has two rows.
Absolute paths stand for folders of the work folder. JDBC reads Derby, which comes with Spark. A reader that the example leaves
open is loaded; a Kafka source says its options are right without a broker.
"""

import ast
import os
import re
import shutil
from pathlib import Path

from drive import Failed, drive
from run import write_defaults

WORK = Path(os.environ["ENGINES_WORK"])
VERSIONS = 14  # of the Delta table at `path`
VALUES = [(1, "2026-01-01"), (2, "2026-01-02")]
TEXTS = {
    "csv": "id;name\n1;A\n2;B\n",
    "csv schema": "1\n2\n",
    "csv date": "01.01.2026\n",
    "json": '[{"id": 1},\n {"id": 2}]',
    "json schema": '{"id": 1}\n{"id": 2}\n',
    "text": "one\ntwo\n",
    "xml": "<books><book><id>1</id></book><book><id>2</id></book></books>",
}


class Options:
    def __init__(self):
        from pyspark.sql import SparkSession

        self.spark = SparkSession.builder.getOrCreate()
        self.spark.sparkContext.setLogLevel("OFF")

    def check(self, case):
        code = case["example"]["code"].strip()
        option = case["key"].partition(".")[2]
        if case["section"] == "options" and not re.search(rf'"{re.escape(option)}"|\b{re.escape(option)}=', code):
            raise Failed(f"the example does not set {option}")
        folder = WORK / "here"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            names = self.names(case["key"], code, folder)
            value = self.evaluate(code.replace('"/', f'"{folder}/'), names)
            how = self.finish(value, names, code)
            self.check_commit(case["key"], names, code)
            return {"how": how}
        finally:
            for query in self.spark.streams.active:
                query.stop()
            self.spark.sql("DROP TABLE IF EXISTS orders")

    def names(self, key, code, folder):
        df = self.spark.createDataFrame([(number, day) for number, day in VALUES], "id INT, day STRING")
        names = {"spark": self.spark, "df": df, "path": str(folder / "data"), "batch_id": 7}
        if key.startswith("delta."):
            names["df"] = df.where("day = '2026-01-01'")
            self.make_delta(df, names["path"])
        elif key == "file.basePath":
            df.write.partitionBy("day").parquet(str(folder / "sales"))
        elif key == "sink.checkpointLocation":
            names["df"] = self.spark.readStream.format("rate").load()
        elif key.startswith("jdbc."):
            names["url"] = f"jdbc:derby:memory:{key};create=true"
            df.write.jdbc(names["url"], "orders")
        elif ".read" in code:
            self.make_files(code, df, Path(names["path"]))
        return names

    def make_delta(self, df, path):
        """Enough versions, so that `versionAsOf` and `startingVersion` find theirs."""
        feed = "TBLPROPERTIES (delta.enableChangeDataFeed = true)"
        self.spark.sql(f"CREATE TABLE orders (id INT, day STRING) USING delta {feed}")
        for target in ("orders", f"delta.`{path}`"):
            if target != "orders":
                df.write.format("delta").save(path)
            for number in range(VERSIONS - 1):
                self.spark.sql(f"INSERT INTO {target} VALUES ({number}, '2026-01-01')")

    def make_files(self, code, df, path):
        kind = re.search(r"\.(csv|json|text|xml|parquet)\(", code)
        if kind is None:
            return
        if kind[1] == "parquet":
            df.write.parquet(str(path))
            return
        with_schema = " date" if "DATE" in code else " schema" if "schema(" in code else ""
        path.mkdir()
        (path / f"rows.{kind[1]}").write_text(TEXTS[kind[1] + with_schema])

    def evaluate(self, code, names):
        tree = ast.parse(code)
        last = tree.body.pop()
        exec(compile(tree, "example", "exec"), names)
        return eval(compile(ast.Expression(last.value), "example", "eval"), names)

    def check_commit(self, key, names, code):
        """A write that Delta knows nothing of leaves the table's history as it was."""
        if key.startswith("delta.") and ".save(path)" in code:
            versions = self.spark.sql(f"DESCRIBE HISTORY delta.`{names['path']}`").count()
            if versions != VERSIONS + 1:
                raise Failed("the write made no version of the Delta table")

    def finish(self, value, names, code):
        """Whatever the example leaves open is brought to its end, as far as that goes here."""
        from pyspark.sql import DataFrame, DataFrameReader
        from pyspark.sql.streaming import DataStreamReader, StreamingQuery

        if isinstance(value, DataStreamReader):  # Kafka: the connector checks the options, and connects only later
            if "bootstrap" not in code:
                value = value.option("kafka.bootstrap.servers", "broker:9092")
            value.option("subscribe", "orders").load().schema
            return "called"
        if isinstance(value, DataFrameReader):
            value = value.option("url", names["url"]).option("dbtable", "orders").load()
        if isinstance(value, StreamingQuery):
            value.stop()
            if value.exception() is not None:
                raise value.exception()
        if isinstance(value, DataFrame):
            self.read(value)
        return "executed"

    def read(self, frame):
        if frame.isStreaming:
            sink = frame.writeStream.format("noop").option("checkpointLocation", str(WORK / "here/checkpoint"))
            if not sink.trigger(availableNow=True).start().awaitTermination(60):
                raise Failed("the stream did not end")
        elif not any(value is not None for row in frame.collect() for value in row):
            raise Failed("the example reads nothing")


def main():
    write_defaults(WORK)
    import pyspark

    drive(Options().check, f"pyspark {pyspark.__version__}")


if __name__ == "__main__":
    main()
