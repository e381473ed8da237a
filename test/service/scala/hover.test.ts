import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { getLanguageService } from '../../../src/service/languageService';
import { pythonTwin, scalaDocumentation } from '../../../src/service/scala/twins';
import { readMarked } from '../../helpers/marked';
import { Scala } from '../../../src/service/languages/scala';
import { scalaDocument, scalaNames } from './mention';

const read = (path: string) => Promise.resolve(readFileSync(`dist/catalogue/${path}`, 'utf8'));
const service = getLanguageService({
  readCatalogue: read,
  links: 'none',
  pinOf: (_, distribution) => (distribution === 'pyspark' ? { version: '3.5.1', uri: 'file:///build.sbt' } : undefined),
});

async function hover(marked: string): Promise<string | null> {
  const { text, offset } = readMarked(
    `import org.apache.spark.sql._\nimport org.apache.spark.sql.functions._\n${marked}`,
  );
  const document = scalaDocument(text);
  const found = await service.doHover(document, document.positionAt(offset), { prose: false });
  service.forget(document.uri);
  return found && (found.contents as { value: string }).value;
}

const lines = (...parts: string[]) => parts.join('\n\n');
const page = (name: string) =>
  `[Documentation ↗](https://spark.apache.org/docs/latest/api/scala/org/apache/spark/sql/${name}.html)`;

describe('The hover of Spark’s Scala API', () => {
  it('says what is written for Scala, and every way to call it', async () => {
    assert.equal(
      await hover('spark.table("a").m‸ap(f)'),
      lines(
        'Applies a function to each row and gives a Dataset of its results.',
        '*Lazy, narrow: no shuffle.* Needs an Encoder of the result: import spark.implicits.\\_ brings those of case classes, tuples and simple types. The optimizer does not see into the function: nothing is pushed down through it.',
        '```scala\n// org.apache.spark.sql.Dataset\ndef map[U: Encoder](func: T => U): Dataset[U]\ndef map[U](func: MapFunction[T,U], encoder: Encoder[U]): Dataset[U]\n```',
        'your project pins 3.5.1 (`build.sbt`)',
        page('Dataset'),
      ),
    );
  });

  it('borrows what is said of PySpark’s, and speaks of the version that the build pins', async () => {
    const text = (await hover('spark.table("a").trans‸pose()')) ?? '';
    const [warning, does] = text.split('\n\n');
    assert.equal(warning, '**Not in 3.5:** your project pins 3.5.1 (`build.sbt`); since 4.0.');
    assert.equal(does, 'Swaps rows and columns: the values of the index column become column names.');
    assert.ok(text.includes('\ndef transpose(): DataFrame\ndef transpose(indexColumn: Column): DataFrame\n'), text);
  });

  it('says nothing that only holds in Python', async () => {
    const text = (await hover('spark.table("a").gro‸upBy("b")')) ?? '';
    assert.ok(!/GroupedData\b/.test(text.replaceAll('RelationalGroupedDataset', '')), text);
  });

  it('knows keys of the configuration and functions in SQL', async () => {
    assert.match(
      (await hover('spark.conf.set("spark.sql.shuffle.parti‸tions", "8")')) ?? '',
      /^`spark\.sql\.shuffle\.partitions`: /,
    );
    assert.match((await hover('spark.sql("select su‸m(a)")')) ?? '', /```sql\nsum\(expr\)\n```/);
    assert.equal(await hover('spark.conf.set("my.o‸wn", "8")'), null);
  });

  const symbol = (path: string, kind: 'class' | 'method', bound?: 'static') => ({
    path: `org.apache.spark.${path}`,
    kind,
    ...(bound && { static: bound }),
  });

  it('leads to the page of the class or object', () => {
    const pages = [
      symbol('sql.functions.col', 'method', 'static'),
      symbol('sql.SparkSession.Builder.config', 'method'),
      symbol('sql.SaveMode.Append', 'method', 'static'),
      symbol('SparkConf', 'class'),
    ].map((one) => scalaDocumentation(one).replace(/^.*\/spark\//, ''));
    assert.deepEqual(pages, [
      'sql/functions$.html',
      'sql/SparkSession$$Builder.html',
      'sql/SaveMode.html',
      'SparkConf.html',
    ]);
  });

  it('knows which name of PySpark means the same', () => {
    const twin = (path: string) => pythonTwin(`org.apache.spark.${path}`);
    assert.equal(twin('sql.Dataset.join'), 'pyspark.sql.DataFrame.join');
    assert.equal(twin('sql.RelationalGroupedDataset.pivot'), 'pyspark.sql.GroupedData.pivot');
    assert.equal(twin('rdd.RDD.map'), 'pyspark.RDD.map');
    assert.equal(twin('sql.Dataset.map'), undefined);
    assert.equal(twin('sql.KeyValueGroupedDataset.count'), undefined);
  });

  it('is silent in a file of things that only look like Spark’s, which imports Spark', async () => {
    const text = `import org.apache.spark.sql.SparkSession\n${readFileSync('test/fixtures/confusables/Ledger.scala', 'utf8')}`;
    const names = await scalaNames();
    const language = new Scala();
    const document = scalaDocument(text);
    const found = new Set<string>();
    for (let offset = 0; offset <= text.length; offset++) {
      const mention = language.apiMentionAt(document, offset, names);
      if (mention) found.add(`${text.slice(mention.start, mention.end)} at ${mention.start}`);
    }
    assert.deepEqual([...found], [`SparkSession at ${text.indexOf('SparkSession')}`]);
  });
});
