#!/usr/bin/env bash
# Loads the orders into the lake, then builds the marts: ./run.sh
set -euo pipefail
cd "$(dirname "$0")"

spark-submit \
  --master "${SPARK_MASTER:-local[*]}" \
  --packages io.delta:delta-spark_4.2_2.13:4.4.0 \
  jobs/orders.py --data data --lake lake

(cd dbt && dbt build)

# Where the result goes next, for example:
#   aws s3 sync lake/export s3://my-lake/export
#   databricks bundle deploy --target dev
