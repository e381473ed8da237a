# ---
# prefix: spark-session-cluster
# title: Session for spark-submit on a cluster
# description: Leaves master and resources to spark-submit and sets only what belongs to the job.
# needs: [pyspark 4.3]
# placeholders: [orders]
# verified: executed
# ---
# %% snippet
from pyspark.sql import SparkSession

# No master and no memory here: spark-submit gives them, and a value in the code would win over its flags.
spark = (
    SparkSession.builder.appName("orders")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.sources.partitionOverwriteMode", "dynamic")
    .config("spark.sql.adaptive.advisoryPartitionSizeInBytes", "128MB")
    .getOrCreate()
)
# %% check
assert spark.conf.get("spark.sql.sources.partitionOverwriteMode") == "dynamic"
assert spark.conf.get("spark.sql.adaptive.enabled") == "true"
assert spark.range(10).count() == 10
spark.stop()
