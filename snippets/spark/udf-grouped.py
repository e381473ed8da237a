# ---
# prefix: spark-udf-grouped
# title: A pandas function for each group
# description: Hands each group to a Python function as a pandas DataFrame and stacks what it returns.
# needs: [pyspark 4.3, pandas 2.3, pyarrow 26]
# placeholders: [readings]
# verified: executed
# references:
#   - { name: "PySpark 4.3: GroupedData.applyInPandas", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.GroupedData.applyInPandas.html", checked: 2026-11-22 }
# ---
# %% setup
readings = spark.createDataFrame([("a", 1, 1.0), ("a", 2, 3.0), ("b", 1, 5.0)], "sensor STRING, at INT, value DOUBLE")
# %% snippet
import pandas as pd


def standardise(group: pd.DataFrame) -> pd.DataFrame:
    spread = group["value"].std(ddof=0)
    return group.assign(z=(group["value"] - group["value"].mean()) / spread if spread else 0.0)


# A whole group is one pandas DataFrame in the memory of one worker.
standardised = readings.groupBy("sensor").applyInPandas(standardise, "sensor STRING, at INT, value DOUBLE, z DOUBLE")
# %% check
assert sorted((row.sensor, row.z) for row in standardised.collect()) == [("a", -1.0), ("a", 1.0), ("b", 0.0)]
