// @ts-check
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { residentMemory } from './measure.mjs';
import { openSession } from './session.mjs';

/** Names of the shards that hold symbols, as imports ask for them. @param {string} folder */
function shards(folder) {
  return readdirSync(`${folder}/dist/catalogue/api`).filter((name) => /^text-.*\.json$/.test(name));
}

/** A file that imports all of it, and others that lead into the remaining sections. */
const files = {
  'all.py': [
    'from pyspark.sql import SparkSession, functions as F',
    'import pyspark.ml.feature, pyspark.pandas as ps, delta.tables',
    'from airflow.sdk import DAG, task',
    ...['amazon.aws.operators.s3', 'google.cloud.operators.bigquery', 'microsoft.azure.hooks.wasb'].map(
      (path) => `import airflow.providers.${path}`,
    ),
    ...['apache.spark', 'apache.kafka', 'cncf.kubernetes', 'common.sql', 'databricks', 'dbt.cloud', 'docker'].map(
      (path) => `import airflow.providers.${path}.operators`,
    ),
    ...['ftp', 'http', 'mysql', 'postgres', 'sftp', 'slack', 'snowflake', 'ssh', 'trino', 'standard'].map(
      (path) => `import airflow.providers.${path}.hooks`,
    ),
    'from airflow.providers.amazon.aws.operators.s3 import S3CopyObjectOperator',
    'from airflow.providers.google.cloud.operators.bigquery import BigQueryInsertJobOperator',
    'spark = SparkSession.builder.config("spark.sql.shuffle.partitions", "8").getOrCreate()',
    'df = spark.read.format("csv").option("header", True).load("p")',
    'df.groupBy("a").agg(F.sum("b")).write.mode("append").save("p")',
    'spark.sql("select coalesce(a, b) from t")',
    'from pyspark.ml.feature import VectorAssembler',
    'VectorAssembler(inputCols=["a"])',
    'ps.read_csv("p")',
  ],
  'models/a.sql': ["{{ config(materialized='table') }} select {{ dbt_utils.star(ref('a')) }}, {{ dbt.dateadd() }}"],
  'models/a.yml': ['models:', '  - name: a', '    config:', '      materialized: table'],
  'compose.yaml': ['services:', '  a:', '    environment:', '      AIRFLOW__CORE__EXECUTOR: x'],
  'a.scala': [
    'import org.apache.spark.sql.SparkSession',
    'val spark = SparkSession.builder.getOrCreate()',
    'spark.range(3).groupBy("id").count()',
  ],
};

/** @type {Record<string, string>} */
const languageIds = { py: 'python', sql: 'sql', yml: 'yaml', yaml: 'yaml', scala: 'scala' };

/**
 * Memory in MiB after hovers over everything in files that use every part of the catalogue, and how many files of texts
 * there are in it.
 * @param {string[]} command arguments for node
 * @param {string} folder
 */
export async function measureEverything(command, folder) {
  const session = openSession(command, { cwd: folder });
  await session.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  session.notify('initialized', {});
  let answered = 0;
  for (const [name, lines] of Object.entries(files)) {
    const uri = pathToFileURL(`${folder}/${name}`).toString();
    const languageId = languageIds[name.slice(name.lastIndexOf('.') + 1)] ?? '';
    const textDocument = { uri, languageId, version: 1, text: `${lines.join('\n')}\n` };
    session.notify('textDocument/didOpen', { textDocument });
    for (const [line, text] of lines.entries()) {
      for (const { index } of text.matchAll(/\w+/g)) {
        const position = { line, character: index + 1 };
        const { body } = await session.time('textDocument/hover', { textDocument: { uri }, position });
        if (!body.includes('"result":null')) answered++;
      }
    }
  }
  const memory = residentMemory(session.pid);
  await session.stop();
  return { memory, answered, files: shards('.').length };
}
