#!/usr/bin/env bash
# Amazon EMR Serverless: BUCKET=<bucket> APPLICATION_ID=<id> ROLE_ARN=<role> bash deploy/emr-serverless.sh
# The application is made once. emr-spark-8.2.0 holds Spark 4.1.3 and Delta 4.2.0; the job needs Spark 4.0 or later:
#   aws emr-serverless create-application --type SPARK --name orders-lakehouse --release-label emr-spark-8.2.0
set -euo pipefail
cd "$(dirname "$0")/.."
: "${BUCKET:?}" "${APPLICATION_ID:?}" "${ROLE_ARN:?}"
python3 deploy/package.py
code="s3://$BUCKET/orders_lakehouse/code"
aws s3 cp main.py "$code/main.py"
aws s3 cp dist/orders_lakehouse.zip "$code/orders_lakehouse.zip"

# Delta is on the machines of EMR; no package is fetched.
settings="--py-files $code/orders_lakehouse.zip"
settings+=" --conf spark.jars=/usr/share/aws/delta/lib/delta-spark.jar,/usr/share/aws/delta/lib/delta-storage.jar"
settings+=" --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension"
settings+=" --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog"
settings+=" --conf spark.sql.session.timeZone=UTC"

aws emr-serverless start-job-run \
  --application-id "$APPLICATION_ID" \
  --execution-role-arn "$ROLE_ARN" \
  --name orders-lakehouse \
  --job-driver "{
    \"sparkSubmit\": {
      \"entryPoint\": \"$code/main.py\",
      \"entryPointArguments\": [\"--source\", \"s3://$BUCKET/source\", \"--lake\", \"s3://$BUCKET/lake\"],
      \"sparkSubmitParameters\": \"$settings\"
    }
  }" \
  --configuration-overrides "{
    \"monitoringConfiguration\": {\"s3MonitoringConfiguration\": {\"logUri\": \"s3://$BUCKET/logs/\"}}
  }"
