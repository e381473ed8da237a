#!/usr/bin/env bash
# YARN, on a Hadoop cluster or EMR on EC2: bash deploy/yarn.sh <broker> hdfs:///shop/customers.csv hdfs:///shop/lake
# Needs HADOOP_CONF_DIR. In cluster mode the driver runs on the cluster too, so that your terminal may go.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 deploy/package.py

spark-submit \
  --master yarn \
  --deploy-mode cluster \
  --name orders-stream \
  --properties-file deploy/spark.conf \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.maxExecutors="${MAX_EXECUTORS:-10}" \
  --executor-cores "${EXECUTOR_CORES:-4}" \
  --executor-memory "${EXECUTOR_MEMORY:-8g}" \
  --py-files dist/orders_stream.zip \
  main.py --broker "$1" --customers "$2" --lake "$3" "${@:4}"
