/** Which driver checks which examples, in which environment; and how it is started. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache.mjs';
import { Stop } from '../engines/environments.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const delta = { ENGINES_DELTA_JARS: ['io.delta:delta-spark_4.2_2.13:4.4.0'] };
// of the Spark that the environment of Delta has: Maven has no newer connector
const kafka = { ENGINES_KAFKA_JARS: ['org.apache.spark:spark-sql-kafka-0-10_2.13:4.2.0'] };
const ofDelta = /^delta\.|^spark\.sql\.(extensions|catalog\.)/;

/** The first that takes an example checks it. */
export const engines = [
  {
    name: 'airflow',
    driver: 'airflow_examples.py',
    takes: ({ inventory }) => inventory === 'airflow',
  },
  {
    name: 'dbt-warehouses',
    driver: 'warehouse_examples.py',
    takes: ({ inventory, section, key }) =>
      inventory === 'dbt' && section === 'adapters' && /^(snowflake|bigquery|redshift|databricks|postgres)\./.test(key),
  },
  {
    name: 'dbt',
    driver: 'dbt_examples.py',
    takes: ({ inventory }) => inventory === 'dbt' || inventory === 'dbt-packages',
  },
  spark('delta', 'run.py', ({ inventory, key }) => inventory === 'pyspark' && ofDelta.test(key), delta),
  spark('spark', 'run.py', ({ inventory }) => inventory === 'pyspark' || inventory === 'spark-sql'),
  spark('delta', 'spark_settings.py', ({ inventory, key }) => inventory === 'spark-conf' && ofDelta.test(key), delta),
  spark('spark', 'spark_settings.py', ({ inventory }) => inventory === 'spark-conf'),
  spark('delta', 'spark_options.py', ({ inventory, key }) => inventory === 'spark-options' && ofDelta.test(key), delta),
  spark(
    'delta',
    'spark_options.py',
    ({ inventory, key }) => inventory === 'spark-options' && /^kafka\./.test(key),
    kafka,
  ),
  spark('spark', 'spark_options.py', ({ inventory }) => inventory === 'spark-options'),
];

function spark(name, driver, takes, jars = {}) {
  return { name, driver, takes, jars, java: true };
}

/** Answers what each case gave: `{ index, result | how, versions }` or `{ index, error }`. */
export async function run({ name, driver, jars, java }, cases, context) {
  if (java) context.java();
  const environment = await context.environment(name);
  const work = join(cacheFolder('engines'), 'work', `api-examples-${process.pid}`);
  mkdirSync(work, { recursive: true });
  const folders = {};
  for (const [variable, coordinates] of Object.entries(jars ?? {})) folders[variable] = await context.jars(coordinates);
  const [input, output] = [join(work, 'cases.json'), join(work, 'results.jsonl')];
  writeFileSync(input, textOf(cases));
  const child = spawn(join(environment, 'bin/python'), [join(here, driver), input, output], {
    cwd: work,
    stdio: ['ignore', 'inherit', 'pipe'],
    env: {
      ...process.env,
      ...folders,
      PATH: `${join(environment, 'bin')}:${process.env.PATH}`,
      PYTHONPYCACHEPREFIX: join(cacheFolder('engines'), 'pycache'),
      PYTHONDONTWRITEBYTECODE: '',
      PYTHONPATH: resolve(here, '../engines'),
      ENGINES_ENVIRONMENT: environment,
      EXAMPLES_CACHE: cacheFolder('inventory'),
      ENGINES_WORK: work,
    },
  });
  let log = '';
  child.stderr.on('data', (data) => (log = (log + data).slice(-20_000)));
  const code = await new Promise((done) => child.on('close', done));
  const results = existsSync(output) ? readFileSync(output, 'utf8').split('\n').slice(0, -1) : [];
  rmSync(work, { recursive: true, force: true });
  if (code !== 0) throw new Stop(`${driver} ended with ${code}\n${log}`);
  return results.map((line) => JSON.parse(line));
}

/** JSON has no word for what is not finite; Python's reader has. */
function textOf(cases) {
  const finite = (_key, value) => (typeof value === 'number' && !Number.isFinite(value) ? `\u0000${value}` : value);
  return JSON.stringify(cases, finite).replace(/"\\u0000(NaN|-?Infinity)"/g, '$1');
}
