import type { ApiSymbol, ApiText } from '../../catalogue/api';
import type { ApiKnowledge } from '../../catalogue/apiKnowledge';

/** Owners in Scala whose members mean what those of PySpark's do, the longer first. */
const owners: readonly (readonly [scala: string, python: string])[] = [
  ['org.apache.spark.sql.functions', 'pyspark.sql.functions'],
  ['org.apache.spark.sql.Dataset', 'pyspark.sql.DataFrame'],
  ['org.apache.spark.sql.RelationalGroupedDataset', 'pyspark.sql.GroupedData'],
  ['org.apache.spark.sql.KeyValueGroupedDataset', ''],
  ['org.apache.spark.sql.RuntimeConfig', 'pyspark.sql.conf.RuntimeConfig'],
  ['org.apache.spark.sql.SparkSession', 'pyspark.sql.SparkSession'],
  ['org.apache.spark.sql.CreateTableWriter', 'pyspark.sql.DataFrameWriterV2'],
  ['org.apache.spark.sql.WriteConfigMethods', 'pyspark.sql.DataFrameWriterV2'],
  ['org.apache.spark.sql.catalog.Catalog', 'pyspark.sql.Catalog'],
  ['org.apache.spark.sql.catalog', 'pyspark.sql.catalog'],
  ['org.apache.spark.sql.expressions.WindowSpec', 'pyspark.sql.WindowSpec'],
  ['org.apache.spark.sql.expressions.Window', 'pyspark.sql.Window'],
  ['org.apache.spark.sql.expressions', ''],
  ['org.apache.spark.sql.avro.functions', 'pyspark.sql.avro.functions'],
  ['org.apache.spark.sql.streaming.StreamingQueryListener', 'pyspark.sql.streaming.listener.StreamingQueryListener'],
  ['org.apache.spark.sql.streaming', 'pyspark.sql.streaming'],
  ['org.apache.spark.sql.types', 'pyspark.sql.types'],
  ['org.apache.spark.sql', 'pyspark.sql'],
  ['org.apache.spark.rdd.PairRDDFunctions', 'pyspark.RDD'],
  ['org.apache.spark.rdd', 'pyspark'],
  ['org.apache.spark.broadcast', 'pyspark'],
  ['org.apache.spark.storage', 'pyspark'],
  ['org.apache.spark', 'pyspark'],
];

/** Members that bear the name of a Python one and do something else, or take what Python's cannot. */
const apart = new Set([
  'org.apache.spark.sql.Dataset.as',
  'org.apache.spark.sql.Dataset.apply',
  'org.apache.spark.sql.Dataset.map',
  'org.apache.spark.sql.Dataset.flatMap',
  'org.apache.spark.sql.Dataset.toJSON',
  'org.apache.spark.sql.Dataset.foreach',
  'org.apache.spark.sql.Dataset.foreachPartition',
  'org.apache.spark.sql.functions.udf',
  'org.apache.spark.sql.functions.udaf',
  'org.apache.spark.sql.Column.apply',
  'org.apache.spark.sql.Row.asDict',
  'org.apache.spark.sql.UDFRegistration.register',
]);

/** The name in PySpark of a name of Spark's Scala API. */
export function pythonTwin(path: string): string | undefined {
  if (apart.has(path)) return undefined;
  for (const [scala, python] of owners) {
    if (path === scala) return python || undefined;
    if (path.startsWith(`${scala}.`)) return python === '' ? undefined : python + path.slice(scala.length);
  }
  return undefined;
}

/** What only holds in Python, or speaks of it. */
const ofPython =
  /[Pp]ython|[Pp]y[Ss]park|[Pp]andas|NumPy|Arrow|\bF\.|lambda|\bNone\b|\bTrue\b|\bFalse\b|\bdict\b|dictionar|\btuple|\bkwarg|keyword|\bstr\b|\bint\b|\bbool\b|\blists?\b|\bcallable|decorat|generator|attribute|\bdatetime\b|pickle|`[^`]*[^\w.`][^`]*`|`\w+_\w+`|\bConnect\b|GroupedData|toPandas|RDD of Row/;

/** What is said of a name; where nobody wrote of it, what is said of PySpark's name that means the same, as far as it holds here. */
export async function scalaText(path: string, knowledge: ApiKnowledge): Promise<ApiText | undefined> {
  const own = await knowledge.text(path);
  if (own?.does !== undefined) return own;
  const twin = pythonTwin(path);
  const lent = twin === undefined ? undefined : await knowledge.text(twin);
  if (lent?.does === undefined || ofPython.test(lent.does)) return own;
  const expert = (lent.expert ?? []).filter((sentence) => !ofPython.test(sentence));
  return {
    name: path,
    facts: own?.facts ?? { package: 'pyspark' },
    does: lent.does,
    ...(expert.length > 0 && { expert }),
    ...(lent.runs && { runs: lent.runs }),
    ...(lent.tool !== undefined && { tool: lent.tool }),
  };
}

/** Objects without a class of their own. */
const objects = new Set([
  'org.apache.spark.sql.functions',
  'org.apache.spark.sql.avro.functions',
  'org.apache.spark.sql.Encoders',
]);

/** Written in Java: what is static stands on the page of the class. */
const ofJava = /\.(?:SaveMode|OutputMode|Trigger|DataTypes|GroupStateTimeout|TimeMode|RowFactory)$/;

/** The page of Spark's Scala documentation on which a class or member stands; that of an object ends in `$`. */
export function scalaDocumentation({ path, kind, static: bound }: ApiSymbol): string {
  const owner = kind === 'class' ? path : path.slice(0, path.lastIndexOf('.'));
  const [, packages = '', classes = owner] = /^((?:[a-z]\w*\.)+)(.*)$/.exec(owner) ?? [];
  const isObject = kind === 'class' ? objects.has(owner) : bound !== undefined && !ofJava.test(owner);
  const page = classes.replaceAll('.', '$$$$') + (isObject ? '$' : '');
  return `https://spark.apache.org/docs/latest/api/scala/${packages.replaceAll('.', '/')}${page}.html`;
}
