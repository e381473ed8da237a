import { strict as assert } from 'node:assert';
import { hoverIn, itHovers, type HoverFile } from './hovers';
import { builtApis } from '../helpers/catalogue';
import { itOffers, itOffersAmongOthers, serviceWith } from './completion/offered';

const file: HoverFile = { path: 'a.sql', languageId: 'sql', isSparkSql: () => true };
const python: HoverFile = { path: 'a.py', languageId: 'python' };
const scala: HoverFile = { path: 'a.scala', languageId: 'scala' };
const head = 'from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\n';
const scalaHead = 'import org.apache.spark.sql.SparkSession\nval spark = SparkSession.builder().getOrCreate()\n';

/** The first words of the hover, which stands where the mark says. */
async function itSays(of: HoverFile, marked: string, start: string) {
  const { value, found, range } = await hoverIn(of, marked);
  assert.equal(value?.slice(0, start.length), start);
  assert.deepEqual(found, range);
}

const header = '`csv.header`: Reading: the first line holds the column names';
const partitions = '`spark.sql.shuffle.partitions`: ';

describe('The clauses of a table in Spark’s SQL', () => {
  const known: [title: string, marked: string, start: string][] = [
    ['a format', 'CREATE TABLE t (a INT) USING ⟦par‸quet⟧', '`parquet`: '],
    ['a format in upper case', 'create or replace temporary view v using ⟦C‸SV⟧ options (path "x")', '`csv`: '],
    ['an option', "CREATE TABLE t USING csv OPTIONS (⟦hea‸der⟧ 'true')", header],
    ['an option in quotes', "CREATE TABLE t USING csv OPTIONS ('⟦hea‸der⟧' = 'true')", header],
    ['a further one', "CREATE TABLE t USING csv OPTIONS (sep ';', ⟦HEA‸DER⟧ true)", header],
    ['an option of every file', "CREATE TABLE t USING json OPTIONS (⟦path‸GlobFilter⟧ '*.json')", '`pathGlobFilter`: '],
    ['over lines', "CREATE TABLE t\n  USING csv -- 'x\n  OPTIONS (\n    ⟦hea‸der⟧ 'true'\n  )\n  AS SELECT 1", header],
    ['of an old name', 'CREATE TABLE t USING org.apache.spark.sql.jdbc OPTIONS (⟦db‸table⟧ "x")', '`jdbc.dbtable`: '],
    ['a value', "CREATE TABLE t USING csv OPTIONS (mode '⟦FAIL‸FAST⟧')", '`csv.mode`: '],
    ['behind another statement', "DROP TABLE t; CREATE TABLE t USING csv OPTIONS (⟦hea‸der⟧ 'true')", header],
    ['behind Jinja', "{% if x %}create table {{ this }} using csv options (⟦hea‸der⟧ 'true'){% endif %}", header],
    ['a key that is set', 'SET ⟦spark.sql.shuffle.‸partitions⟧ = 10;', partitions],
  ];
  for (const [title, marked, start] of known) it(`have hovers: ${title}`, () => itSays(file, marked, start));

  const inPython: [title: string, code: string, start: string][] = [
    ['a format', 'spark.sql("CREATE TABLE t USING ⟦par‸quet⟧")', '`parquet`: '],
    ['an option', 'spark.sql(f"""CREATE TABLE {t} USING csv\nOPTIONS (⟦hea‸der⟧ \'true\')""")', header],
    ['a key', 'spark.sql("SET ⟦spark.sql.shuffle.‸partitions⟧=10")', partitions],
  ];
  for (const [title, code, start] of inPython) it(`in Python: ${title}`, () => itSays(python, head + code, start));

  it('in Scala', () => itSays(scala, `${scalaHead}spark.sql("CREATE TABLE t USING ⟦par‸quet⟧")`, '`parquet`: '));

  const silent: [title: string, marked: string][] = [
    ['an option of no format', "CREATE TABLE t OPTIONS (hea‸der 'true')"],
    ['an option of a format in Jinja', "CREATE TABLE t USING {{ x }} OPTIONS (hea‸der 'true')"],
    ['an unknown option', "CREATE TABLE t USING csv OPTIONS (my_‸own 'true')"],
    ['an option of another format', "CREATE TABLE t USING parquet OPTIONS (hea‸der 'true')"],
    ['Delta Lake, whose options are for readers', "CREATE TABLE t USING delta OPTIONS (merge‸Schema 'true')"],
    ['a free value', "CREATE TABLE t USING csv OPTIONS (sep 'hea‸der')"],
    ['a column', 'CREATE TABLE t (hea‸der INT) USING csv'],
    ['a query', "CREATE TABLE t USING csv AS SELECT options(hea‸der, 'true')"],
    ['another statement', "INSERT INTO t USING csv OPTIONS (hea‸der 'true')"],
    ['a merge', 'MERGE INTO t USING csv‸ ON a = b'],
    ['a comment', "CREATE TABLE t USING csv -- OPTIONS (hea‸der 'true')"],
    ['a text', "CREATE TABLE t COMMENT 'USING par‸quet'"],
    ['behind the list', "CREATE TABLE t USING csv OPTIONS (sep ';') COMMENT hea‸der"],
    ['table properties', "CREATE TABLE t USING csv TBLPROPERTIES (hea‸der 'true')"],
  ];
  for (const [title, marked] of silent) it(`are silent: ${title}`, () => itHovers(file, marked, null));

  it('are silent in SQL that may be another’s', () =>
    itHovers({ ...file, isSparkSql: () => false }, "CREATE TABLE t USING csv OPTIONS (hea‸der 'true')", null));
  it('are silent in a string that is no SQL', () =>
    itHovers(python, `${head}x = "CREATE TABLE t USING par‸quet"`, null));
});

describe('Completion in the clauses of a table', () => {
  const service = serviceWith({}, builtApis, { isSparkSql: () => true });
  itOffersAmongOthers(
    'a.sql',
    [
      [
        'formats',
        'CREATE TABLE t USING ⟦‸⟧',
        ['csv', 'delta', 'parquet'],
        ['kafka', 'rate', 'com.databricks.spark.csv'],
      ],
      ['half of one', 'CREATE TABLE t USING ⟦pa‸⟧', ['parquet']],
      ['options', 'CREATE TABLE t USING csv OPTIONS (⟦‸⟧', ['header', 'pathGlobFilter'], ['dbtable']],
      ['a further option', "CREATE TABLE t USING csv OPTIONS (sep ';', ⟦he‸⟧)", ['header']],
      ['in quotes', "CREATE TABLE t USING csv OPTIONS ('⟦he‸⟧')", ['header']],
      ['a value', "CREATE TABLE t USING csv OPTIONS (mode '⟦FA‸⟧')", ['PERMISSIVE', 'FAILFAST']],
    ],
    { service },
  );
  itOffers(
    'a.sql',
    [
      ['behind a key', 'CREATE TABLE t USING csv OPTIONS (header ‸)'],
      ['a query', 'SELECT * FROM a JOIN b USING ‸'],
      ['options of a format in Jinja', 'CREATE TABLE t USING {{ x }} OPTIONS (‸'],
      ['a comment', 'CREATE TABLE t -- USING ‸'],
    ],
    { service },
  );
  itOffers('a.sql', [['SQL that may be another’s', 'CREATE TABLE t USING ‸']]);
  itOffersAmongOthers('a.py', [
    ['in Python', `${head}spark.sql("CREATE TABLE t USING ⟦pa‸⟧")`, ['parquet']],
    ['an option in Python', `${head}spark.sql("CREATE TABLE t USING csv OPTIONS (⟦he‸⟧)")`, ['header']],
  ]);
});
