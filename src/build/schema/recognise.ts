import { z } from 'zod';

const names = z.array(z.string().min(1)).default([]);

/** Where a tool's name stands in code. One key a kind of place; the longest match wins. */
export const recogniseSchema = z.strictObject({
  /** Import names, dotted; matches the module and everything below it: `airflow.providers.snowflake`. */
  python: z.array(z.string().regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, 'a dotted import name')).default([]),
  /** Package prefixes in Scala and Java imports, dotted: `org.apache.spark`. */
  java: names,
  /** Python distributions in requirements, pyproject, conda files and Pipfiles; normalised as PEP 503 says. */
  pypi: names,
  /** `group:artifact` in sbt, Maven and Gradle files and `--packages`; a trailing `*` matches any rest. */
  maven: names,
  /** Container images without tag: `apache/spark`; official ones by their bare name: `postgres`. */
  images: names,
  /** `namespace/name` of Terraform providers: `databricks/databricks`. */
  terraformProviders: names,
  /** Terraform resource and data types; a trailing `*` matches any rest: `aws_s3_*`. */
  terraformResources: names,
  /** URI schemes, and `jdbc:` sub-protocols: `s3a`, `jdbc:postgresql`. */
  uris: names,
  /** Commands as typed, one or two words: `spark-submit`, `aws s3`. */
  commands: names,
  /** Values of `type:` in dbt's `profiles.yml`. */
  dbtAdapters: names,
  /** Values of `package:` in dbt's `packages.yml`. */
  dbtPackages: names,
  /** Values of Spark's `.format("…")` and of `USING …` in Spark SQL. */
  sparkFormats: names,
  /** Keys below `resources:` of a Databricks bundle: `jobs`. */
  bundleKeys: names,
  /** Names that mean nothing else, case-sensitive: recognised in any comment and in Markdown. */
  prose: names,
  /** Names that could mean something else: recognised in comments and Markdown only in a file that names the tool in another way too. */
  proseInContext: names,
  /** Ids of other tools that make the ambiguous names certain: `Spark` in a file that imports `pyspark`. */
  context: names,
});

export type Recognise = z.infer<typeof recogniseSchema>;
