import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguages } from '../../src/service/languages';
import { WorkspacePins } from '../../src/service/pins/workspacePins';
import { hoverIn, itHovers, type HoverFile } from './hovers';

const file: HoverFile = { path: 'models/a.sql', languageId: 'sql' };
const spark: HoverFile = { ...file, isSparkSql: () => true };

async function itKnows(where: HoverFile, marked: string) {
  const { value, found, range } = await hoverIn(where, marked);
  assert.ok(value?.startsWith('First of its arguments that is not null'), value ?? 'nothing');
  assert.deepEqual(found, range);
}

describe('Functions in SQL files of Spark’s', () => {
  it('have their hovers', () =>
    itHovers(spark, 'select ⟦coal‸esce⟧(a, b) from t', [
      'First of its arguments that is not null, or null where all are.',
      'Types are brought to a common one; under ANSI mode a text beside a number is cast to the number and can fail.',
      '```sql\ncoalesce(expr1, expr2, ...)\n```',
      'Since 1.0 · shown for 4.3.0, the newest: no version is pinned',
    ]));

  it('are found beside Jinja', async () => {
    await itKnows(spark, "{# it's text #}\nselect ⟦coal‸esce⟧(a, {{ var('x') }}) from {{ ref('t') }}");
    await itKnows(spark, '{% if a %}\nselect ⟦coal‸esce⟧(a, b) {% endif %}');
  });

  it('are found in a notebook and in files that say what they are', async () => {
    await itKnows(file, '-- Databricks notebook source\nselect ⟦coal‸esce⟧(a, b)');
    await itKnows({ ...file, languageId: 'databricks-sql' }, 'select ⟦coal‸esce⟧(a, b)');
  });

  it('are silent elsewhere', async () => {
    await itHovers(file, 'select coal‸esce(a, b) from t', null);
    for (const marked of [
      'select coal‸esce from t',
      'select x.coal‸esce(a)',
      "select 'coal‸esce(a)'",
      '-- coal‸esce(a)',
      '{# coal‸esce(a) #} select 1',
      '{% set x = coal‸esce(a) %} select 1',
      'select {{ x }}coal‸esce(a)',
      'create table coal‸esce (a int)',
      'select my_func‸tion(a)',
    ]) {
      await itHovers(spark, marked, null);
    }
  });

  it('are not looked for in a large file', () => {
    const text = "insert into t values ('a', coalesce(1, 2));\n".repeat(240_000);
    const document = TextDocument.create('file:///project/a.sql', 'sql', 1, text);
    assert.equal(createLanguages().sql.innerAt?.(document, text.lastIndexOf('coalesce') + 2), null);
  });
});

describe('Functions in the SQL of Python strings', () => {
  const python: HoverFile = { path: 'a.py', languageId: 'python' };
  const head =
    'from pyspark.sql import SparkSession, functions as F\nspark = SparkSession.builder.getOrCreate()\ndf = spark.table("t")\n';
  for (const code of [
    'df.selectExpr("a", "⟦coal‸esce⟧(a, b)", "c")',
    'df.selectExpr(["a", "⟦coal‸esce⟧(a, b)"])',
    'F.expr("⟦coal‸esce⟧(a, b)")',
    'df.filter("⟦coal‸esce⟧(a, b) > 1")',
    'df.where("⟦coal‸esce⟧(a, b) > 1")',
    'spark.sql("""\nselect ⟦coal‸esce⟧(a)\n""")',
    'spark.sql(f"select ⟦coal‸esce⟧(a, {b}) from {t}")',
    'spark.sql(f"""select {x:>10}, ⟦coal‸esce⟧(a) from {t}""")',
    'spark.sql(rf"select ⟦coal‸esce⟧(a) from {t}")',
    'spark.sql("select a, " "⟦coal‸esce⟧(a) from t")',
    'spark.sql(("select a, "\n  f"⟦coal‸esce⟧({a}) from t"))',
    'spark.sql("select \\"a\\", ⟦coal‸esce⟧(a) from t")',
  ]) {
    it(`have their hovers: ${code}`, () => itKnows(python, head + code));
  }
  for (const code of [
    'spark.sql(f"select {coal‸esce(a)} from t")',
    'spark.sql(f"select {x}coal‸esce(a) from t")',
    `spark.sql("select 'a" " coal‸esce(a)' from t")`,
    'spark.sql(f"select \'{x} coal‸esce(a)\' from t")',
    'print(f"select coal‸esce(a) from {t}")',
    'spark.table(f"coal‸esce(a) {t}")',
    'spark.read.format(f"coal‸esce(a) {t}")',
    'x = f"select coal‸esce(a) from {t}"',
  ]) {
    it(`are silent: ${code}`, () => itHovers(python, head + code, null));
  }
});

describe('The engine of a project’s SQL', () => {
  const isSpark = (...files: [name: string, text: string][]) => {
    const pins = new WorkspacePins();
    for (const [name, text] of files) pins.set(`file:///w/${name}`, text);
    return pins.isSparkSql('file:///w/models/a.sql');
  };

  it('is Spark where its adapter of dbt is', () => {
    assert.ok(isSpark(['requirements.txt', 'dbt-core==1.9\ndbt-databricks>=1.9\nduckdb\n']));
    assert.ok(isSpark(['pyproject.toml', '[project]\ndependencies = ["dbt-spark[session]"]\n']));
  });

  it('is Spark where nothing but Spark is asked for', () => {
    assert.ok(isSpark(['requirements.txt', 'pyspark==4.0.1\npandas\n']));
    assert.ok(isSpark(['uv.lock', '[[package]]\nname = "pyspark"\nversion = "4.0.1"\n']));
  });

  it('is not certain beside others, without any, or elsewhere', () => {
    assert.ok(!isSpark(['requirements.txt', 'pyspark==4.0.1\n'], ['pyproject.toml', 'dependencies = ["duckdb"]']));
    assert.ok(!isSpark(['requirements.txt', 'dbt-spark\ndbt-duckdb\n']));
    assert.ok(!isSpark(['requirements.txt', 'pyspark\npsycopg2-binary\n']));
    assert.ok(!isSpark(['requirements.txt', 'dbt-snowflake==1.9\npyspark==4.0.1\n']));
    assert.ok(!isSpark(['requirements.txt', '# pyspark\npandas\n']));
    assert.ok(!isSpark(['requirements.txt', 'pyspark-helpers\n']));
    assert.ok(!isSpark());
    assert.ok(!isSpark(['Dockerfile', 'FROM apache/spark:4.0.1\n']));
  });

  it('is that of dbt’s profiles, of all of them', () => {
    const profiles = (...types: string[]) =>
      `shop:\n  target: a\n  outputs:\n${types.map((type, at) => `    o${at}:\n      host: duckdb.example\n      type: ${type}\n`).join('')}`;
    assert.ok(isSpark(['profiles.yml', profiles('databricks', 'spark')]));
    assert.ok(!isSpark(['profiles.yml', profiles('databricks', 'snowflake')]));
    assert.ok(!isSpark(['profiles.yml', profiles('"{{ env_var(\'TYPE\') }}"')]));
    assert.ok(!isSpark(['profiles.yml', profiles('duckdb')], ['requirements.txt', 'pyspark==4.0.1\n']));
    assert.ok(!isSpark(['profiles.yml', 'shop: [broken\n  type: spark'], ['requirements.txt', 'dbt-duckdb']));
    assert.ok(
      isSpark(['profiles.yml', 'config:\n  send_anonymous_usage_stats: false\n'], ['requirements.txt', 'pyspark']),
    );
  });

  it('is that of the files above a document, and gone with them', () => {
    const pins = new WorkspacePins();
    pins.set('file:///w/a/requirements.txt', 'pyspark==4.0.1\n');
    pins.set('file:///w/b/requirements.txt', 'duckdb\n');
    assert.deepEqual(
      ['file:///w/a/x.sql', 'file:///w/b/x.sql', 'file:///w/x.sql'].map((uri) => pins.isSparkSql(uri)),
      [true, false, false],
    );
    pins.delete('file:///w/a/requirements.txt');
    assert.equal(pins.isSparkSql('file:///w/a/x.sql'), false);
  });
});
