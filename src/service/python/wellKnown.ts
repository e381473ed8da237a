import type { Resolver } from './resolver';
import { foreign, instance, type Value } from './values';

/** Names that a Databricks notebook has without an import. */
const notebookClasses: ReadonlyMap<string, string> = new Map([
  ['spark', 'pyspark.sql.SparkSession'],
  ['sc', 'pyspark.SparkContext'],
  ['sqlContext', 'pyspark.sql.SQLContext'],
]);

/** Names of a notebook that are no symbol of an inventory. */
export const notebookNames: ReadonlySet<string> = new Set(['dbutils', 'display', 'displayHTML', 'getArgument']);

/** The value of a name that nothing in the file binds, or null where it has none. */
export function wellKnownName(name: string, resolver: Resolver): Value | null {
  const path = notebookClasses.get(name);
  if (path !== undefined && (resolver.isNotebook || (name === 'spark' && resolver.usesSpark))) return instance(path);
  return notebookNames.has(name) && resolver.isNotebook ? foreign : null;
}
