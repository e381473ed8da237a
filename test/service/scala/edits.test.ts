import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { Scala } from '../../../src/service/languages/scala';
import { chance } from '../../helpers/chance';
import { scalaDocument, scalaNames } from './mention';

const snippets = readdirSync('snippets/scala').map((name) => readFileSync(`snippets/scala/${name}`, 'utf8'));

const job = (n: number) => `class Job${n}(spark: SparkSession) extends Steps {
  import spark.implicits._
  val source${n} = spark.read.parquet("p")
  def step${n}(df: DataFrame, k: Int): DataFrame = df.groupBy("key").agg(sum("amount"))
  val (left, right) = (source${n}.select("a"), step${n}(source${n}, ${n}))
  left match {
    case found if ${n} > 1 => found.join(right, "key").count()
    case _ => right.map(row => row.getLong(0)).toDF("n")
  }
}
`;

/** Levels with more tokens than are read in one go: of the file, and of what one pair of braces holds. */
const sample = [
  'import org.apache.spark.sql._\nimport org.apache.spark.sql.functions._\n',
  ...snippets,
  'object Jobs {\n',
  ...Array.from({ length: 60 }, (_, n) => `${job(n)}val table${n} = spark.table("t").where($"a" === ${n})\n`),
  '}\n',
  ...Array.from({ length: 120 }, (_, n) => `val rows${n} = spark.range(${n}).selectExpr("id").crossJoin(orders)\n`),
].join('');

const pieces =
  'x|.|,| |\n|(|)|()|[|]|{|}|{ }|"|"""|s"|${|/*|*/|//|=>|case |class A {}|val rows7 = 1\n|val source3 = col("a")\n|import org.apache.spark.sql.types._\n|\nval spark: RDD[Int] = f\n|def step9 = 1\n'.split(
    '|',
  );

describe('What stands in Scala after an edit', function () {
  this.timeout(60_000);

  for (const seed of [1, 2, 3]) {
    it(`is what stands in a file that is read for the first time: seed ${seed}`, async () => {
      const names = await scalaNames();
      const below = chance(seed);
      const kept = new Scala();
      let [text, found] = [sample, 0];
      for (let round = 0; round < 80; round++) {
        const at = below(text.length);
        const piece = pieces[below(pieces.length)] ?? '';
        // a bracket without its other half is taken away again soon, as it is by who types
        text = round % 6 === 5 ? sample : text.slice(0, at) + piece + text.slice(at + (below(4) === 0 ? below(9) : 0));
        const document = scalaDocument(text, round + 1);
        const fresh = new Scala();
        for (let look = 0; look < 60; look++) {
          const offset = below(text.length);
          const mention = fresh.apiMentionAt(document, offset, names);
          assert.deepEqual(kept.apiMentionAt(document, offset, names), mention, `round ${round}, at ${offset}`);
          if (mention) found++;
        }
      }
      assert.ok(found > 500, `only ${found} found`);
    });
  }

  it('is what its braces say, however far away they open and close', async () => {
    const names = await scalaNames();
    const rows = (from: number) =>
      Array.from({ length: 60 }, (_, n) => `val rows${from + n} = spark.range(${n}).selectExpr("id").crossJoin(a)\n`);
    const [head, tail] = [
      ['object A {\n', ...rows(0), 'val inner = spark.range(1)\n', ...rows(60)].join(''),
      'inner.count()\n',
    ];
    const texts = ['', '}\n', '', '} // x\n', '}\n}\n'].map(
      (close) => `import org.apache.spark.sql._\n${head}${rows(200).join('')}${close}${rows(400).join('')}${tail}`,
    );
    const kept = new Scala();
    const found = texts.map((text, version) => {
      const offset = text.lastIndexOf('count');
      kept.apiMentionAt(scalaDocument(text, version + 1), text.indexOf('crossJoin') + 1, names);
      return kept.apiMentionAt(scalaDocument(text, version + 1), offset + 1, names) !== null;
    });
    assert.deepEqual(found, [true, false, true, false, false]);
  });
});
