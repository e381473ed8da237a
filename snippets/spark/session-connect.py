# ---
# prefix: spark-session-connect
# title: Session on a remote server with Spark Connect
# description: Connects a thin client to a Spark Connect server; no JVM runs on the client.
# needs: ["pyspark[connect] 4.3"]
# placeholders: ["sc://localhost:15002"]
# verified: executed
# ---
# %% setup
import atexit
import socket
import subprocess
import time

server = subprocess.Popen(
    ["spark-submit", "--class", "org.apache.spark.sql.connect.service.SparkConnectServer", "--master", "local[2]"]
    + ["--conf", "spark.ui.enabled=false", "--conf", "spark.connect.grpc.binding.port=15002", "spark-internal"]
)
atexit.register(server.kill)
for _ in range(240):
    with socket.socket() as probe:
        if probe.connect_ex(("localhost", 15002)) == 0:
            break
    time.sleep(0.5)
# %% snippet
from pyspark.sql import SparkSession

# The DataFrame API is the same; RDDs and SparkContext do not exist on this side.
spark = SparkSession.builder.remote("sc://localhost:15002").getOrCreate()
# %% check
try:
    assert spark.range(10).count() == 10
    assert type(spark).__module__ == "pyspark.sql.connect.session"
finally:
    spark.stop()
    server.terminate()
    server.wait()
