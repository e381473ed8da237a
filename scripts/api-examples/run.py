"""Executes examples on one Spark, and says what each gave as a hover shows it.

python run.py cases.json results.jsonl
A case's example: {"code", "over"?, "schema"?}. What else a case holds, and what is answered: `drive.py`.
"""

import ast
import contextlib
import io
import json
import os
import re
import sys
from pathlib import Path

from drive import Failed, drive
from show import show

_STORES = re.compile(r"create|saveAsTable|writeTo|toTable|insert", re.I)
_QUERY = ("select", "with", "values", "from", "table", "describe", "show", "create", "set", "explain")
DELTA = {
    "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
    "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
}


def write_defaults(work):
    """One partition everywhere, so that nothing depends on the machine; UTC; no ports but the gateway's."""
    folder = Path(work, "conf")
    folder.mkdir(exist_ok=True)
    settings = {
        "spark.master": "local[1]",
        "spark.app.name": "examples",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "1g",
        # a thousand plans that run once: compiling each would take longer than all of them
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": os.path.join(work, "warehouse"),
        "spark.databricks.delta.snapshotPartitions": "1",
    }
    if "ENGINES_DELTA_JARS" in os.environ:
        jars = sorted(Path(os.environ["ENGINES_DELTA_JARS"]).glob("*.jar"))
        settings |= DELTA | {"spark.jars": ",".join(map(str, jars))}
    if "ENGINES_KAFKA_JARS" in os.environ:
        settings["spark.jars"] = ",".join(map(str, sorted(Path(os.environ["ENGINES_KAFKA_JARS"]).glob("*.jar"))))
    (folder / "spark-defaults.conf").write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    os.environ["SPARK_CONF_DIR"] = str(folder)
    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1", SPARK_LOCAL_HOSTNAME="localhost", TZ="UTC")


class Runner:
    def __init__(self):
        from pyspark.sql import SparkSession

        self.root = SparkSession.builder.getOrCreate()
        self.root.sparkContext.setLogLevel("OFF")

    def run(self, case):
        spark = self.root.newSession()
        try:
            return self._run(spark, case["inventory"], case["example"])
        finally:
            self._clean(spark, case["example"]["code"])

    def _run(self, spark, inventory, example):
        from pyspark.sql import functions as F

        df = self._frame(spark, example)
        count = max(map(len, example.get("over", {}).values()), default=0)
        if inventory == "spark-sql":
            code = example["code"].strip()
            if code.split(None, 1)[0].lower() in _QUERY:
                if df is not None:
                    df.createOrReplaceTempView("df")
                return show(spark.sql(code), None, spark)
            return show(F.expr(code), df, spark, count)
        value, printed = self._evaluate(example["code"], self._names(spark, df, example["code"]))
        if value is None and printed.strip():
            return printed.rstrip()
        return show(value, df, spark, count)

    def _names(self, spark, df, code):
        import datetime
        from decimal import Decimal

        from pyspark.sql import Window, functions, types

        names = {
            "spark": spark,
            "sc": spark.sparkContext,
            "F": functions,
            "T": types,
            "Window": Window,
            "datetime": datetime.datetime,
            "date": datetime.date,
            "Decimal": Decimal,
        }
        if "Vectors" in code:  # not every environment has numpy
            from pyspark.ml.linalg import Vectors

            names["Vectors"] = Vectors
        return names if df is None else {**names, "df": df}

    def _evaluate(self, code, names):
        """The value of the last line, and what was printed on the way."""
        tree = ast.parse(code)
        if not tree.body or not isinstance(tree.body[-1], ast.Expr):
            raise Failed("the last line of an example is an expression")
        last = ast.Expression(tree.body.pop().value)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, "example", "exec"), names)
            value = eval(compile(last, "example", "eval"), names)
        return value, printed.getvalue()

    def _frame(self, spark, example):
        """`over`, column by column; with a schema every value is read as JSON of its type."""
        columns, schema = example.get("over"), example.get("schema")
        if columns is None:
            return None if schema is None else spark.createDataFrame([], schema)
        if len({len(values) for values in columns.values()}) > 1:
            raise Failed("the columns of `over` are not of one length")
        names = list(columns)
        rows = list(zip(*columns.values(), strict=True))
        if schema is None:
            return spark.createDataFrame(list(zip(*map(_one_type, columns.values()), strict=True)), names)
        from pyspark.sql import functions as F

        text = json.dumps([dict(zip(names, row, strict=True)) for row in rows])
        return spark.range(1).select(F.inline(F.from_json(F.lit(text), f"array<struct<{schema}>>")))

    def _clean(self, session, code):
        for query in session.streams.active:
            query.stop()
        session.catalog.clearCache()
        if not _STORES.search(code):
            return
        for database in session.catalog.listDatabases():
            if database.name != "default":
                session.sql(f"DROP DATABASE `{database.name}` CASCADE")
        for table in session.catalog.listTables("default"):
            if not table.isTemporary:
                session.sql(f"DROP {'VIEW' if table.tableType == 'VIEW' else 'TABLE'} IF EXISTS default.`{table.name}`")


def _one_type(values):
    """Whole numbers among others are written without their point."""
    if not any(isinstance(value, float) for value in values):
        return values
    return [float(value) if type(value) is int else value for value in values]


def main():
    work = os.environ["ENGINES_WORK"]
    write_defaults(work)
    import pyspark

    runner = Runner()
    drive(lambda case: {"result": runner.run(case).replace(work, "")}, f"pyspark {pyspark.__version__}")


if __name__ == "__main__":
    main()
