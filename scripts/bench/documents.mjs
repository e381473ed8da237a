// @ts-check
/** Files of a thousand lines or more, made here, with something to hover on every few lines; and where to hover. */

/** @typedef {{ name: string, languageId: string, text: string, words: RegExp }} BenchDocument */

/** @param {number} [lines] @returns {BenchDocument} */
export function pythonDocument(lines = 1000) {
  const head = [
    'import os',
    'import boto3',
    'from pyspark.sql import DataFrame, SparkSession, Window',
    'import pyspark.sql.functions as F',
    'from airflow.sdk import dag, task',
    '',
    'spark = SparkSession.builder.appName("bench").getOrCreate()',
    '',
  ];
  const block = (/** @type {number} */ n) => [
    `def step_${n}(frame: DataFrame, limit: int = ${n}) -> DataFrame:`,
    `    """Step ${n} of the Apache Spark job."""`,
    `    source = spark.read.format("delta").load("s3a://bucket/table_${n}")`,
    `    window = Window.partitionBy("key").orderBy(F.col("ts").desc())`,
    `    ranked = source.withColumn("rank_${n}", F.row_number().over(window))`,
    `    client = boto3.client("s3", region_name=os.environ["REGION"])`,
    `    names = [item["Key"] for item in client.list_objects_v2(Bucket="b")["Contents"]]`,
    `    if len(names) > limit:`,
    `        ranked = ranked.where(F.col("rank_${n}") <= F.lit(limit))  # Airflow keeps few rows`,
    `    return ranked.join(frame, "key", "left").groupBy("key").agg(F.sum("amount").alias("total_${n}"))`,
    '',
  ];
  return {
    name: 'bench.py',
    languageId: 'python',
    text: lined(head, block, lines),
    words: /\b(?:F|Window|DataFrame|boto3|spark|delta|s3a|Apache Spark|source|limit|names)\b/g,
  };
}

/** @returns {BenchDocument} */
export function cssDocument() {
  const block = (/** @type {number} */ n) => [
    `.card-${n} > .title:hover {`,
    '  display: grid;',
    '  grid-template-columns: 1fr auto;',
    '  color: rebeccapurple;',
    '  transition: color 120ms ease-in;',
    `  margin-inline-start: ${n}px;`,
    '}',
    '',
  ];
  return {
    name: 'bench.css',
    languageId: 'css',
    text: lined([], block),
    words: /\b(?:display|grid-template-columns|color|transition|margin-inline-start|title)\b/g,
  };
}

/** With a schema beside it, so that there is something to say. @returns {BenchDocument} */
export function yamlDocument() {
  const block = (/** @type {number} */ n) => [
    `  service_${n}:`,
    `    image: apache/airflow:3.${n}`,
    '    restart: always',
    '    command: airflow scheduler',
    '    environment:',
    '      REGION: eu-west-1',
  ];
  return {
    name: 'bench.yaml',
    languageId: 'yaml',
    text: lined(['# yaml-language-server: $schema=./bench.schema.json', 'services:'], block),
    words: /\b(?:image|restart|command|environment|services)\b/g,
  };
}

export const yamlSchema = JSON.stringify({
  type: 'object',
  properties: {
    services: {
      description: 'The services.',
      additionalProperties: {
        type: 'object',
        properties: Object.fromEntries(
          ['image', 'restart', 'command', 'environment'].map((name) => [
            name,
            { description: `The ${name} of a service.` },
          ]),
        ),
      },
    },
  },
});

/**
 * @param {string[]} head
 * @param {(n: number) => string[]} block
 * @param {number} [count]
 */
export function lined(head, block, count = 1000) {
  const lines = [...head];
  for (let n = 1; lines.length < count; n++) lines.push(...block(n));
  return `${lines.slice(0, count).join('\n')}\n`;
}

/**
 * Positions of words worth hovering, spread over the file.
 * @param {BenchDocument} document
 * @param {number} count
 */
export function positionsIn({ text, words }, count) {
  const all = text
    .split('\n')
    .flatMap((line, row) => [...line.matchAll(words)].map((match) => ({ line: row, character: match.index + 1 })));
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, n) => all[Math.floor(n * step)]);
}
