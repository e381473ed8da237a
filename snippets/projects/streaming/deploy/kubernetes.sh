#!/usr/bin/env bash
# Kubernetes: IMAGE=<registry>/orders-stream bash deploy/kubernetes.sh <broker> s3a://<bucket>/customers.csv s3a://<bucket>/lake
# Build and push the image of deploy/Dockerfile first. The service account needs the right to make pods:
#   kubectl create serviceaccount spark
#   kubectl create rolebinding spark --clusterrole=edit --serviceaccount="${NAMESPACE:-default}:spark"
set -euo pipefail
cd "$(dirname "$0")/.."
api="${KUBERNETES_API:-$(kubectl config view --minify --output 'jsonpath={.clusters[0].cluster.server}')}"
# Reading s3a:// needs hadoop-aws in the version of the Hadoop that Spark carries; other storage needs other packages.
kafka=org.apache.spark:spark-sql-kafka-0-10_2.13:4.2.0
packages="${PACKAGES:-io.delta:delta-spark_4.2_2.13:4.4.0,$kafka,org.apache.hadoop:hadoop-aws:3.5.0}"

spark-submit \
  --master "k8s://$api" \
  --deploy-mode cluster \
  --name orders-stream \
  --properties-file deploy/spark.conf \
  --packages "$packages" \
  --conf spark.jars.ivy=/tmp/.ivy \
  --conf spark.kubernetes.container.image="${IMAGE:?name the image of deploy/Dockerfile in IMAGE}" \
  --conf spark.kubernetes.namespace="${NAMESPACE:-default}" \
  --conf spark.kubernetes.authenticate.driver.serviceAccountName=spark \
  --conf spark.executor.instances="${EXECUTORS:-4}" \
  --conf spark.executor.cores="${EXECUTOR_CORES:-2}" \
  --conf spark.executor.memory="${EXECUTOR_MEMORY:-4g}" \
  local:///opt/job/main.py --broker "$1" --customers "$2" --lake "$3" "${@:4}"
