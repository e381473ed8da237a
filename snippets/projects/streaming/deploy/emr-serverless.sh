#!/usr/bin/env bash
# Amazon EMR Serverless: BROKER=<host:port> BUCKET=<bucket> APPLICATION_ID=<id> ROLE_ARN=<role> bash deploy/emr-serverless.sh
# The application needs the network in which the broker is. MODE=STREAMING starts a run that AWS keeps running.
# The application is made once. emr-spark-8.2.0 holds Spark 4.1.3 and Delta 4.2.0; the job needs Spark 4.0 or later:
#   aws emr-serverless create-application --type SPARK --name orders-stream --release-label emr-spark-8.2.0
set -euo pipefail
cd "$(dirname "$0")/.."
: "${BROKER:?}" "${BUCKET:?}" "${APPLICATION_ID:?}" "${ROLE_ARN:?}"
python3 deploy/package.py
code="s3://$BUCKET/orders_stream/code"
aws s3 cp main.py "$code/main.py"
aws s3 cp dist/orders_stream.zip "$code/orders_stream.zip"

# Delta is on the machines of EMR; the connector to Kafka is fetched, for the Spark of that release.
settings="--py-files $code/orders_stream.zip"
settings+=" --conf spark.jars=/usr/share/aws/delta/lib/delta-spark.jar,/usr/share/aws/delta/lib/delta-storage.jar"
settings+=" --packages org.apache.spark:spark-sql-kafka-0-10_2.13:4.1.3"
settings+=" --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension"
settings+=" --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog"
settings+=" --conf spark.sql.session.timeZone=UTC"

arguments="\"--broker\", \"$BROKER\", \"--customers\", \"s3://$BUCKET/customers.csv\", \"--lake\", \"s3://$BUCKET/lake\""
if [ "${MODE:-BATCH}" = STREAMING ]; then arguments+=", \"--follow\", \"10 seconds\""; fi

aws emr-serverless start-job-run \
  --application-id "$APPLICATION_ID" \
  --execution-role-arn "$ROLE_ARN" \
  --name orders-stream \
  --mode "${MODE:-BATCH}" \
  --job-driver "{
    \"sparkSubmit\": {
      \"entryPoint\": \"$code/main.py\",
      \"entryPointArguments\": [$arguments],
      \"sparkSubmitParameters\": \"$settings\"
    }
  }" \
  --configuration-overrides "{
    \"monitoringConfiguration\": {\"s3MonitoringConfiguration\": {\"logUri\": \"s3://$BUCKET/logs/\"}}
  }"
