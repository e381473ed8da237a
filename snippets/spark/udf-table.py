# ---
# prefix: spark-udf-table
# title: Python function that returns a table
# description: A user-defined table function gives several rows for each input row, joined laterally in SQL.
# needs: [pyspark 4.3]
# placeholders: [split_words, notes, body]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.udtf", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.udtf.html", checked: 2026-11-22 }
# ---
# %% setup
notes = spark.createDataFrame([(1, "data moves"), (2, "")], "note_id INT, body STRING")
# %% snippet
from collections.abc import Iterator

from pyspark.sql.functions import udtf


@udtf(returnType="position INT, word STRING")
class split_words:
    def eval(self, text: str) -> Iterator[tuple[int, str]]:
        yield from enumerate(text.split())


spark.udtf.register("split_words", split_words)
notes.createOrReplaceTempView("notes")
words = spark.sql("SELECT n.note_id, w.* FROM notes AS n, LATERAL split_words(n.body) AS w")
# %% check
assert sorted(tuple(row) for row in words.collect()) == [(1, 0, "data"), (1, 1, "moves")]
