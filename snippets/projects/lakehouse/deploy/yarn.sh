#!/usr/bin/env bash
# YARN, on a Hadoop cluster or EMR on EC2: bash deploy/yarn.sh hdfs:///orders/source hdfs:///orders/lake
# Needs HADOOP_CONF_DIR. In cluster mode the driver runs on the cluster too, so that your terminal may go.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 deploy/package.py

spark-submit \
  --master yarn \
  --deploy-mode cluster \
  --name orders-lakehouse \
  --properties-file deploy/spark.conf \
  --conf spark.dynamicAllocation.enabled=true \
  --conf spark.dynamicAllocation.maxExecutors="${MAX_EXECUTORS:-10}" \
  --executor-cores "${EXECUTOR_CORES:-4}" \
  --executor-memory "${EXECUTOR_MEMORY:-8g}" \
  --py-files dist/orders_lakehouse.zip \
  main.py --source "$1" --lake "$2" "${@:3}"
