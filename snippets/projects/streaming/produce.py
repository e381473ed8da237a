"""Sends the sample's files to a topic, as the shop's systems would: `python3 run.py produce --broker localhost:9092`."""

import argparse
import os

from pyspark.sql import SparkSession
from pyspark.sql import functions as F

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--broker", required=True, help="address of a broker, for example localhost:9092")
parser.add_argument("--topic", default="orders")
parser.add_argument("--files", default="data/arrivals", help="folder or pattern of files with one JSON record a line")
options = parser.parse_args()

spark = SparkSession.builder.appName("orders_stream produce").getOrCreate()
lines = spark.read.text(os.path.abspath(options.files))
# The key decides the partition: states of one order stay in their order.
records = lines.select(F.get_json_object("value", "$.order_id").alias("key"), "value")
# A retry may send a record twice; the job takes the newest state of each order_id, so that this does no harm.
records.write.format("kafka").option("kafka.bootstrap.servers", options.broker).option("topic", options.topic).save()
print(f"{lines.count()} records sent to {options.topic}")
