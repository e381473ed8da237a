import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from '../../src/service/languageService';
import { builtApis } from '../helpers/catalogue';
import { readMarked } from '../helpers/marked';

const spark = 'from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\n';

/** The hover in a file that has a session, against the content that ships. */
async function hover(marked: string, pin?: { name: string; version: string }): Promise<string | null> {
  const service = getLanguageService({
    readCatalogue: builtApis,
    links: 'none',
    pinOf: (_, name) =>
      pin?.name === name ? { version: pin.version, uri: 'file:///project/requirements.txt' } : undefined,
  });
  const { text, offset, range } = readMarked(spark + marked);
  const document = TextDocument.create('file:///project/job.py', 'python', 1, text);
  const found = await service.doHover(document, document.positionAt(offset), { prose: true });
  assert.deepEqual(
    found?.range && { start: document.offsetAt(found.range.start), end: document.offsetAt(found.range.end) },
    range ?? undefined,
  );
  return found && (found.contents as { value: string }).value;
}

const newest = (version: string) => `shown for ${version}, the newest: no version is pinned`;
const csvPage = 'https://spark.apache.org/docs/latest/sql-data-sources-csv.html#data-source-option';

describe("Hovers of data sources' options", () => {
  it('say what an option of a format means, what holds without it, and where it counts', async () => {
    assert.equal(
      await hover('spark.read.option("⟦infer‸Schema⟧", True).csv(p)'),
      [
        '`csv.inferSchema`: Derives the types of the columns from the data; without it every column is a string.',
        'It costs a pass over the data before the job proper; samplingRatio makes that shorter. Types depend on what the files hold today, so a job in production is better off with a schema.',
        'default `false` · for `read`, `readStream`',
        newest('4.3.0'),
        `Related: \`csv.samplingRatio\`, \`csv.preferDate\` · [Documentation ↗](${csvPage})`,
      ].join('\n\n'),
    );
  });

  it('show accepted values, the one that stands there first, in whatever case', async () => {
    const value = await hover('spark.read.option("mode", "⟦fail‸fast⟧").csv(p)');
    assert.match(value ?? '', /^`csv\.mode`: .*\n[^]*\n\n- \*\*`FAILFAST`\*\* the job fails\n- `PERMISSIVE` /);
    assert.equal(await hover('spark.read.option("mode", "oth‸er").csv(p)'), null);
    assert.equal(await hover('spark.read.option("sep", "‸;").csv(p)'), null);
  });

  it('take keys in any case, and older names for the same', async () => {
    assert.match((await hover('spark.read.option("⟦HEAD‸ER⟧", True).csv(p)')) ?? '', /^`csv\.header`: /);
    assert.match(
      (await hover('spark.read.option("⟦deli‸miter⟧", ";").csv(p)')) ?? '',
      /^`csv\.delimiter`: Separator between fields[^]*the same as `csv\.sep` · default `,`/,
    );
    assert.match(
      (await hover('spark.read.format("com.databricks.spark.csv").option("⟦se‸p⟧", ";")')) ?? '',
      /^`csv\.sep`: /,
    );
  });

  it('find what all file formats share, and what all streaming sinks do', async () => {
    assert.match((await hover('spark.read.option("⟦pathGlob‸Filter⟧", "*.csv").csv(p)')) ?? '', /^`pathGlobFilter`: /);
    assert.match(
      (await hover('spark.readStream.table("t").writeStream.format("delta").option("⟦checkpoint‸Location⟧", c)')) ?? '',
      /^`checkpointLocation`: /,
    );
    assert.equal(await hover('spark.read.format("jdbc").option("pathGlob‸Filter", "*")'), null);
  });

  it('speak of the versions of the package that has the option', async () => {
    const mark = 'df = spark.range(1)\ndf.write.format("delta").option("⟦replace‸Using⟧", "id")';
    assert.match((await hover(mark)) ?? '', /Since 4\.2 · shown for 4\.4\.\d/);
    assert.match(
      (await hover(mark, { name: 'delta-spark', version: '3.2.0' })) ?? '',
      /^\*\*Not in 3\.2:\*\* your project pins 3\.2\.0 \(`requirements\.txt`\); since 4\.2\./,
    );
  });

  it('list the formats where the code does not name one and they differ', async () => {
    const value = await hover('spark.readStream.option("⟦maxFiles‸PerTrigger⟧", 1)');
    assert.equal(
      value,
      [
        '`maxFilesPerTrigger`, by format:',
        [
          '- `delta`: Most new files that one micro-batch takes.',
          '- every file format: Most new files that one micro-batch takes.',
        ].join('\n'),
      ].join('\n\n'),
    );
    assert.match((await hover('spark.read.option("⟦fetch‸size⟧", 1)')) ?? '', /^`jdbc\.fetchsize`: /);
  });

  it('tell reading from writing where no format is named', async () => {
    assert.equal(await hover('spark.range(1).write.option("infer‸Schema", True)'), null);
  });

  it('are silent on keys and formats that nobody knows', async () => {
    assert.equal(await hover('spark.read.option("my.o‸wn", 1).csv(p)'), null);
    assert.equal(await hover('spark.read.format("my.source").option("hea‸der", 1)'), null);
    assert.equal(await hover('spark.read.format("my.so‸urce")'), null);
  });

  it('say what a format is', async () => {
    assert.match(
      (await hover('spark.read.format("⟦par‸quet⟧")')) ?? '',
      /^`parquet`: Columnar files with their schema/,
    );
    assert.match((await hover('spark.read.format("⟦com.databricks‸.spark.csv⟧")')) ?? '', /the same as `csv`/);
  });
});
