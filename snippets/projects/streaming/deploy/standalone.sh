#!/usr/bin/env bash
# Spark's own cluster manager: bash deploy/standalone.sh <broker> <customers.csv> <lake>
# Customers and lake are paths that every machine sees: a shared file system or object storage. SPARK_OPTIONS holds further
# options of spark-submit: SPARK_OPTIONS="--conf spark.sql.shuffle.partitions=64".
set -euo pipefail
cd "$(dirname "$0")/.."
python3 deploy/package.py

# shellcheck disable=SC2086  several options are several words
spark-submit ${SPARK_OPTIONS:-} \
  --master "${SPARK_MASTER:-spark://localhost:7077}" \
  --properties-file deploy/spark.conf \
  --executor-cores "${EXECUTOR_CORES:-2}" \
  --executor-memory "${EXECUTOR_MEMORY:-4g}" \
  --py-files dist/orders_stream.zip \
  main.py --broker "$1" --customers "$2" --lake "$3" "${@:4}"
