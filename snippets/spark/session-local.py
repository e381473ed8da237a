# ---
# prefix: spark-session-local
# title: Session on one machine
# description: A Spark session for development and tests, with few shuffle partitions and a fixed time zone.
# needs: [pyspark 4.3]
# placeholders: ["local[2]", orders]
# verified: executed
# references:
#   - { name: "PySpark 4.3: SparkSession.builder.config", url: "https://spark.apache.org/docs/4.3.0/api/python/reference/pyspark.sql/api/pyspark.sql.SparkSession.builder.config.html", checked: 2026-11-22 }
# ---
# %% snippet
from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local[2]")
    .appName("orders")
    # 200 shuffle partitions, the default, make small jobs slow.
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
# %% check
assert spark.conf.get("spark.sql.shuffle.partitions") == "4"
assert spark.sparkContext.master == "local[2]"
assert spark.range(10).groupBy().sum("id").first()[0] == 45
spark.stop()
