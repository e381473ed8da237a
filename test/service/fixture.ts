import { catalogueOf } from '../helpers/catalogue';
import { packRecognition } from '../../src/catalogue/storedRecognition';
import { nameTables, type NameTable, type Recognition, type ToolCard } from '../../src/catalogue/types';
import { Names } from '../../src/service/names';

/** A small catalogue for tests of the hovers: a few tools, each with names in every place where it has one. */
const tools: Record<string, Partial<Record<NameTable, string[]>>> = {
  airflow: {
    python: ['airflow'],
    pypi: ['apache-airflow', 'apache-airflow-providers-standard'],
    images: ['apache/airflow'],
    commands: ['airflow'],
    terraformResources: ['aws_mwaa_*'],
    prose: ['Apache Airflow'],
    proseInContext: ['Airflow'],
  },
  aws: {
    pypi: ['boto3'],
    commands: ['aws'],
    terraformProviders: ['hashicorp/aws'],
    terraformResources: ['aws_*'],
  },
  bigquery: {
    pypi: ['google-cloud-bigquery', 'dbt-bigquery'],
    commands: ['bq'],
    dbtAdapters: ['bigquery'],
    uris: ['bigquery'],
  },
  databricks: {
    pypi: ['databricks-sdk'],
    commands: ['databricks'],
    terraformProviders: ['databricks/databricks'],
    terraformResources: ['databricks_*'],
    bundleKeys: ['clusters', 'volumes'],
    uris: ['dbfs', 'jdbc:databricks'],
    prose: ['Databricks'],
  },
  'databricks-jobs': { commands: ['databricks jobs'], bundleKeys: ['jobs'], terraformResources: ['databricks_job'] },
  dbt: {
    pypi: ['dbt-core'],
    commands: ['dbt'],
    dbtPackages: ['dbt-labs/dbt_utils', 'calogica/*'],
    prose: ['dbt Core'],
  },
  'delta-lake': {
    pypi: ['delta-spark', 'deltalake'],
    maven: ['io.delta:*'],
    sparkFormats: ['delta'],
    prose: ['Delta Lake'],
  },
  'delta-live-tables': { bundleKeys: ['pipelines'] },
  flink: {
    pypi: ['apache-flink'],
    images: ['flink', 'apache/flink'],
    commands: ['flink'],
    maven: ['org.apache.flink:*'],
  },
  gcs: {
    pypi: ['gcsfs'],
    uris: ['gs'],
    commands: ['gsutil', 'gcloud storage'],
    terraformResources: ['google_storage_*'],
  },
  'azure-data-lake': { pypi: ['adlfs'], uris: ['abfss', 'abfs'] },
  iceberg: {
    pypi: ['pyiceberg'],
    sparkFormats: ['iceberg'],
    maven: ['org.apache.iceberg:iceberg-*'],
    prose: ['Apache Iceberg'],
  },
  jdbc: { uris: ['jdbc'], sparkFormats: ['jdbc'] },
  kafka: {
    java: ['org.apache.kafka'],
    pypi: ['confluent-kafka', 'kafka-python'],
    maven: ['org.apache.kafka:*'],
    images: ['apache/kafka', 'confluentinc/cp-kafka', 'kafka'],
    commands: ['kafka-topics', 'confluent kafka'],
    prose: ['Apache Kafka', 'Kafka'],
  },
  'kafka-streams': { java: ['org.apache.kafka.streams'], maven: ['org.apache.kafka:kafka-streams*'] },
  mongodb: { pypi: ['pymongo'], images: ['mongo'], uris: ['mongodb'], commands: ['mongosh'] },
  mysql: { pypi: ['pymysql'], images: ['mysql'], uris: ['mysql', 'jdbc:mysql'], commands: ['mysql'] },
  postgresql: {
    pypi: ['psycopg2', 'psycopg2-binary'],
    maven: ['org.postgresql:*'],
    images: ['postgres'],
    uris: ['postgresql', 'postgres', 'jdbc:postgresql'],
    commands: ['psql', 'pg_isready'],
    dbtAdapters: ['postgres'],
    prose: ['PostgreSQL'],
  },
  pyspark: { python: ['pyspark'], pypi: ['pyspark'], commands: ['pyspark'], prose: ['PySpark'] },
  redshift: { pypi: ['redshift-connector'], uris: ['redshift', 'jdbc:redshift'], dbtAdapters: ['redshift'] },
  s3: {
    pypi: ['s3fs'],
    uris: ['s3', 's3a'],
    commands: ['aws s3', 'aws s3api'],
    terraformResources: ['aws_s3_*'],
    prose: ['Amazon S3'],
  },
  snowflake: {
    python: ['snowflake'],
    pypi: ['snowflake-connector-python', 'dbt-snowflake'],
    uris: ['snowflake', 'jdbc:snowflake'],
    commands: ['snowsql'],
    dbtAdapters: ['snowflake'],
    terraformProviders: ['snowflakedb/snowflake'],
    terraformResources: ['snowflake_*'],
    proseInContext: ['Snowflake'],
  },
  spark: {
    java: ['org.apache.spark'],
    maven: ['org.apache.spark:spark-*'],
    images: ['spark', 'apache/spark'],
    uris: ['spark'],
    commands: ['spark-submit', 'spark-sql'],
    dbtAdapters: ['spark'],
    prose: ['Apache Spark'],
    proseInContext: ['Spark'],
  },
};

function card(id: string): ToolCard {
  return {
    id,
    name: id,
    kind: 'Tool',
    summary: `What ${id} is.`,
    fits: 'something',
    avoid: 'something else',
    formerly: [],
    documentation: `https://example.org/${id}`,
  };
}

function tables(): Recognition['names'] {
  const names = Object.fromEntries(nameTables.map((table) => [table, {}])) as Recognition['names'];
  for (const [id, places] of Object.entries(tools)) {
    names.lookup[id] = id;
    for (const [table, keys] of Object.entries(places) as [NameTable, string[]][]) {
      for (const key of keys) names[table][key] = id;
    }
  }
  return names;
}

export const recognition: Recognition = {
  tools: Object.fromEntries(Object.keys(tools).map((id) => [id, card(id)])),
  terms: {},
  context: { spark: ['pyspark'] },
  names: tables(),
};

export const names = namesOf(recognition);

/** Names of these tables alone. */
export function namesFrom(held: Partial<Recognition['names']>): Names {
  const all = { ...(Object.fromEntries(nameTables.map((table) => [table, {}])) as Recognition['names']), ...held };
  return namesOf({ tools: {}, terms: {}, context: {}, names: all });
}

function namesOf(tables: Recognition): Names {
  return new Names(packRecognition(tables).recognition, catalogueOf(tables));
}
