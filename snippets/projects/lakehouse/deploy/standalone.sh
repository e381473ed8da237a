#!/usr/bin/env bash
# Spark's own cluster manager: bash deploy/standalone.sh <source> <lake>
# Source and lake are paths that every machine sees: a shared file system or object storage.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 deploy/package.py

spark-submit \
  --master "${SPARK_MASTER:-spark://localhost:7077}" \
  --properties-file deploy/spark.conf \
  --executor-cores "${EXECUTOR_CORES:-2}" \
  --executor-memory "${EXECUTOR_MEMORY:-4g}" \
  --py-files dist/orders_lakehouse.zip \
  main.py --source "$1" --lake "$2" "${@:3}"
