# ---
# prefix: spark-delta-session
# title: Session with Delta Lake
# description: A session that reads and writes Delta tables, with the jars of the delta-spark release that is installed.
# needs: [pyspark 4.2, delta-spark 4.4]
# placeholders: [orders]
# verified: executed
# references:
#   - { name: "Delta Lake: quick start", url: "https://docs.delta.io/quick-start/", checked: 2026-11-22 }
# ---
# %% snippet
from delta import configure_spark_with_delta_pip
from pyspark.sql import SparkSession

builder = (
    SparkSession.builder.appName("orders")
    .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
)
# Downloads the jars. Under spark-submit they come from --packages instead, and this changes nothing.
spark = configure_spark_with_delta_pip(builder).getOrCreate()
# %% check
spark.range(3).write.format("delta").save("table")
assert spark.read.format("delta").load("table").count() == 3
spark.stop()
