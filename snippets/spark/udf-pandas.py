# ---
# prefix: spark-udf-pandas
# title: Pandas UDF that loads a model once
# description: Scores batches as pandas Series; what is loaded before the loop is loaded once a task, not once a batch.
# needs: [pyspark 4.3, pandas 2.3, pyarrow 26]
# placeholders: [features, load_model]
# verified: executed
# references:
#   - { name: "PySpark 4.3: functions.pandas_udf", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.functions.pandas_udf.html", checked: 2026-11-22 }
# ---
# %% setup
features = spark.createDataFrame([(1.0,), (2.0,)], "x DOUBLE")


def load_model():
    return lambda x: x * 10


# %% snippet
from collections.abc import Iterator

import pandas as pd
from pyspark.sql.functions import pandas_udf


@pandas_udf("double")
def score(batches: Iterator[pd.Series]) -> Iterator[pd.Series]:
    model = load_model()
    for batch in batches:
        yield model(batch)


scored = features.withColumn("predicted", score("x"))
# %% check
assert sorted(row.predicted for row in scored.collect()) == [10.0, 20.0]
