# ---
# prefix: spark-read-avro
# title: Read and write Avro
# description: Reads Avro with the writer's schema evolved to the reader's, from the spark-avro module.
# needs: [pyspark 4.1, spark-avro 4.1]
# placeholders: [data/orders]
# verified: executed
# ---
# %% setup
spark.createDataFrame([(1,)], "order_id BIGINT").write.format("avro").save("data/orders")
# %% snippet
import json

# The module is no part of Spark's jars: spark-submit --packages org.apache.spark:spark-avro_2.13:<Spark's version>
reader_schema = {
    "type": "record",
    "name": "Order",
    "fields": [
        {"name": "order_id", "type": ["null", "long"], "default": None},
        {"name": "status", "type": "string", "default": "unknown"},
    ],
}
rows = spark.read.format("avro").option("avroSchema", json.dumps(reader_schema)).load("data/orders")
# %% check
assert [tuple(row) for row in rows.collect()] == [(1, "unknown")]
