import { child, textAt, values } from '../dbt/properties';
import { yamlTree } from '../dbt/yamlTree';

/** What a project's files say about the database that its SQL is for. Names as distributions have them. */
export interface SqlSigns {
  /** Adapters of dbt: `spark`, `snowflake`. */
  adapters: readonly string[];
  /** Another engine's name stands there. */
  other: boolean;
  /** Spark's own name stands there. */
  spark: boolean;
  /** The file says how dbt connects. */
  connects?: boolean;
}

const other =
  /\b(?:duckdb|snowflake|bigquery|psycopg|asyncpg|redshift|trino|presto|clickhouse|mysql|mariadb|oracle|mssql|pyodbc|athena|postgres|teradata|materialize|vertica|starrocks|doris|sqlmesh|flink)/i;
const spark = /(?:^|[\s"'\[,])(?:pyspark|databricks-connect|databricks-sql-connector)(?=$|[\s"'\[\]=<>~!;,])/im;

/** Names that begin as adapters do and are none. */
const noAdapter = new Set(
  'core common adapters extractor semantic protos labs utils expectations date codegen project artifacts loom checkpoint coverage osmosis docs external audit metrics metricflow'.split(
    ' ',
  ),
);

/** Files in which Python's packages stand; an image in a Compose file may hold a database of anything. */
const ofPython = /(?:\.(?:txt|in|toml|lock|cfg)|(?:environment|conda|env)[^/]*\.ya?ml)$|pipfile$/i;

const mostCharacters = 8 * 1024 * 1024;

/** Whether a file of this name says how dbt connects. */
export function isProfiles(fileName: string): boolean {
  return /^profiles\.ya?ml$/i.test(fileName);
}

/** The adapters of all connections; nothing else of the file is kept. One that Jinja names may be any. */
function profileSigns(text: string): SqlSigns | undefined {
  const profiles = text.length > mostCharacters ? null : yamlTree(text);
  const outputs = values(profiles).flatMap((profile) => values(child(profile, 'outputs')));
  const adapters = outputs.flatMap((output) => textAt(output, 'type')?.toLowerCase() ?? []);
  return adapters.length === 0
    ? undefined
    : { adapters: [...new Set(adapters)], other: false, spark: false, connects: true };
}

/** The signs in one file, or undefined in one that gives none. */
export function sqlSigns(fileName: string, text: string): SqlSigns | undefined {
  if (isProfiles(fileName)) return profileSigns(text);
  if (!ofPython.test(fileName) || text.length > mostCharacters) return undefined;
  // what a comment says is not installed
  const read = text.replace(/^\s*#.*$/gm, '');
  const adapters = [...read.matchAll(/\bdbt[-_]([a-z]+)/gi)].map(([, name = '']) => name.toLowerCase());
  const withoutAdapters = read.replace(/\bdbt[-_][a-z]+/gi, '');
  return {
    adapters: [...new Set(adapters)].filter((name) => !noAdapter.has(name)),
    other: other.test(withoutAdapters),
    spark: spark.test(read),
  };
}

/** The adapters of dbt that files with these signs name: those of the connections, else those that are installed. */
export function adaptersOf(signs: readonly SqlSigns[]): string[] {
  const connected = signs.filter(({ connects }) => connects === true);
  return [...new Set((connected.length > 0 ? connected : signs).flatMap(({ adapters }) => adapters))];
}

/** Whether SQL beside files with these signs is surely Spark's. An adapter of dbt decides, where there is one. */
export function isForSpark(signs: readonly SqlSigns[]): boolean {
  const adapters = signs.flatMap((one) => one.adapters);
  if (adapters.length > 0) return adapters.every((name) => name === 'spark' || name === 'databricks');
  return signs.some((one) => one.spark) && !signs.some((one) => one.other);
}
