import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Jvm } from '../../../src/service/languages/jvm';
import { readMarked } from '../../helpers/marked';
import { namesFrom } from '../fixture';

const names = namesFrom({
  java: {
    'org.apache.spark': 'spark',
    'org.apache.kafka': 'kafka',
    'org.apache.kafka.streams': 'kafka-streams',
    'io.delta': 'delta-lake',
  },
});

const cases: [title: string, marked: string, toolId: string | null][] = [
  ['a segment', 'import org.apache.⟦sp‸ark⟧.sql.SparkSession', 'spark'],
  ['the class', 'import org.apache.spark.sql.⟦Spark‸Session⟧;', 'spark'],
  ["a namespace that is nobody's", 'import org.apa‸che.spark.sql.Row', null],
  ['the longest prefix', 'import org.apache.kafka.⟦str‸eams⟧.KStream;', 'kafka-streams'],
  ['a static import', 'import static org.apache.spark.sql.functions.⟦c‸ol⟧;', 'spark'],
  ['in braces', 'import org.apache.spark.sql.{DataFrame, ⟦R‸ow⟧ => SparkRow}', 'spark'],
  ['a new name in braces', 'import org.apache.spark.sql.{Row => Spark‸Row}', null],
  ['in braces over lines', 'import org.apache.spark.sql.{\n  DataFrame,\n  ⟦R‸ow⟧\n}', 'spark'],
  ['inside a method', 'def f() = {\n    import io.⟦del‸ta⟧.tables._\n}', 'delta-lake'],
  ['a comment on the line', 'import org.apache.spark.sql.Row // sp‸ark', null],
  ['the line after', 'import org.apache.spark.sql.Row\nval x = sp‸ark', null],
  ['a string', 'val s = "import org.apache.sp‸ark"', null],
  ['half-typed braces', 'import org.apache.spark.sql.{⟦Ro‸⟧', 'spark'],
  ["an import of the project's own", 'import com.acme.sp‸ark.Engine', null],
];

describe('Scala and Java', () => {
  for (const [title, marked, toolId] of cases) {
    it(title, () => {
      const { text, offset, range } = readMarked(marked);
      const document = TextDocument.create('file:///Job.scala', 'scala', 1, text);
      const found = new Jvm().mentionAt(document, offset, { names });
      assert.deepEqual(found, toolId === null ? null : { ...range, toolId });
    });
  }
});
