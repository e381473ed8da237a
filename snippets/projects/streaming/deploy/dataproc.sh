#!/usr/bin/env bash
# Google Cloud's Managed Service for Apache Spark (formerly Dataproc; the command keeps the name), as a serverless batch:
#   BROKER=<host:port> BUCKET=<bucket> REGION=<region> bash deploy/dataproc.sh
# It reads what is there and ends: start it by a schedule.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${BROKER:?}" "${BUCKET:?}" "${REGION:?}"
python3 deploy/package.py
code="gs://$BUCKET/orders_stream/code"
gcloud storage cp main.py "$code/main.py"
gcloud storage cp dist/orders_stream.zip "$code/orders_stream.zip"

# Runtime 3.0 holds Spark 4.0.0, for which Delta 4.0.0 was made.
properties="spark.jars.packages=io.delta:delta-spark_2.13:4.0.0,org.apache.spark:spark-sql-kafka-0-10_2.13:4.0.0"
properties+="#spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension"
properties+="#spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog"
properties+="#spark.sql.session.timeZone=UTC"

gcloud dataproc batches submit pyspark "$code/main.py" \
  --region "$REGION" \
  --version "${RUNTIME:-3.0}" \
  --py-files "$code/orders_stream.zip" \
  --deps-bucket "gs://$BUCKET" \
  --properties "^#^$properties" \
  -- --broker "$BROKER" --customers "gs://$BUCKET/customers.csv" --lake "gs://$BUCKET/lake"
