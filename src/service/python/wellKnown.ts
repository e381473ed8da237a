import type { Resolver } from './resolver';
import { foreign, instance, type Value } from './values';

/** Names that notebooks on Spark have without an import. */
const notebookClasses: ReadonlyMap<string, string> = new Map([
  ['spark', 'pyspark.sql.SparkSession'],
  ['sc', 'pyspark.SparkContext'],
  ['sqlContext', 'pyspark.sql.SQLContext'],
]);

/** Names of a notebook that are no symbol of an inventory. */
const notebookNames: ReadonlySet<string> = new Set(['dbutils', 'display', 'displayHTML', 'getArgument']);

/** The value of a name that nothing in the file binds, or null where it has none. */
export function wellKnownName(name: string, resolver: Resolver): Value | null {
  const path = notebookClasses.get(name);
  if (path !== undefined && hasSession(name, resolver)) return instance(path);
  return isNotebookName(name, resolver) ? foreign : null;
}

/** In a Jupyter notebook nothing else has the name `spark`; `sc` is a favourite of others too. */
function hasSession(name: string, { notebook, usesSpark }: Resolver): boolean {
  if (notebook === 'databricks' || notebook === 'spark') return true;
  return name === 'spark' && (notebook !== null || usesSpark);
}

/** A name of Databricks' notebooks; `display` is IPython's in others. */
export function isNotebookName(name: string, { notebook }: Resolver): boolean {
  return notebookNames.has(name) && (notebook === 'databricks' || (notebook !== null && name === 'dbutils'));
}
