import type { ApiSymbol } from '../../catalogue/api';
import type { Resolver } from './resolver';

/** Names that matchers of tests give to the class that extends them: they hide what a wildcard brings. */
export const inheritedWords: ReadonlySet<string> = new Set(
  'a all an any contain empty equal every exactly exist have include key length message no not of only regex size sorted value when given'.split(
    ' ',
  ),
);

/** Members whose names no other library is likely to have: chosen by hand, the everyday words among Spark's left out. */
const alone: ReadonlySet<string> = new Set(
  `approxQuantile bucketBy createDataFrame createGlobalTempView createOrReplaceGlobalTempView createOrReplaceTempView
  createTempView crossJoin dropDuplicates dropDuplicatesWithinWatermark explainString foreachBatch freqItems
  joinWith localCheckpoint monotonically_increasing_id outputMode randomSplitAsList
  repartitionByRange saveAsTable selectExpr sortWithinPartitions toLocalIterator unionByName withColumn
  withColumnRenamed withColumns withColumnsRenamed withMetadata withWatermark writeStream writeTo`.split(/\s+/),
);

/** The member of a receiver of which nothing is known: only where one class of Spark's, and nobody else, has such a name. */
export function aloneMember(index: number, name: string, { api, tokens }: Resolver): ApiSymbol | undefined {
  if (!alone.has(name)) return undefined;
  const owners = api.owners(name).filter((owner) => owner.startsWith('org.apache.spark.sql.'));
  const [owner, ...others] = owners;
  if (owner === undefined || others.length > 0) return undefined;
  const isCalled = tokens.is(index + 1, '(') || name === 'writeStream' || name === 'toLocalIterator';
  return isCalled ? api.member(owner, name) : undefined;
}
