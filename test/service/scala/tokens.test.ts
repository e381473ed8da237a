import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { Scala } from '../../../src/service/languages/scala';
import { ScalaTokens } from '../../../src/service/scala/tokens';
import { scalaDocument, scalaNames } from './mention';

const words = (text: string) => {
  const tokens = ScalaTokens.of(text);
  return Array.from({ length: tokens.count }, (_, index) => tokens.word(index));
};

const all = (tokens: ScalaTokens) =>
  Array.from({ length: tokens.count }, (_, index) =>
    [tokens.kind(index), tokens.start(index), tokens.end(index), tokens.isOnNewLine(index), tokens.partner(index)].join(
      ' ',
    ),
  ).join('\n');

const sample = readdirSync('snippets/scala')
  .map((name) => readFileSync(`snippets/scala/${name}`, 'utf8'))
  .join('\n')
  .concat(
    '\nval a = s"x $b ${c + "d" + s"${e}"} f"\nval g = """h\n"i" """\n/* j /* k */ l */ val m = \'n\'; \'o; `p q`\n',
  );

/** Numbers that look like chance and are the same every time. */
function* numbers(): Generator<number, never> {
  let seed = 42;
  for (;;) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    yield seed / 0x7fffffff;
  }
}

describe('Scala’s tokens', () => {
  const cases: [title: string, text: string, words: string[]][] = [
    ['comments inside of comments', 'a /* b /* c */ d */ e // f\ng', ['a', 'e', 'g']],
    ['strings with holes', 's"a $b ${c}"', ['s"', 'a ', 'b', ' ', '${', 'c', '}', '"']],
    ['braces in holes', 's"${ {a} }"', ['s"', '${', '{', 'a', '}', '}', '"']],
    ['a dollar sign', 's"$$a"', ['s"', '$$a', '"']],
    ['long strings', 'a = """b"c"""" + d', ['a', '=', '"""b"c""""', '+', 'd']],
    ['characters and symbols', "'a' '\\n' 'b", ["'a'", "'\\n'", "'b"]],
    ['a string that does not end', '"a\nb', ['"a', 'b']],
    ['an interpolated string that does not end', 's"a\nb', ['s"', 'a', '', 'b']],
    ['numbers and members', '1.0.a 1.b 0xFFL', ['1.0', '.', 'a', '1', '.', 'b', '0xFFL']],
    ['operators', '$"a"===b', ['$"', 'a', '"', '===', 'b']],
  ];
  for (const [title, text, expected] of cases)
    it(`are those of ${title}`, () => assert.deepEqual(words(text), expected));

  it('are the same after an edit as when read anew', () => {
    const chance = numbers();
    const pieces = [
      '"',
      '"""',
      's"',
      '${',
      '}',
      '{',
      '/*',
      '*/',
      '//',
      '\n',
      'a',
      ' ',
      '(',
      ')',
      "'",
      '`',
      '$',
      '.b',
      '\\',
      'x_',
    ];
    let text = sample;
    let tokens = ScalaTokens.of(text);
    for (let round = 0; round < 300; round++) {
      const at = Math.floor(chance.next().value * text.length);
      const cut = Math.floor(chance.next().value * 4);
      const piece = pieces[Math.floor(chance.next().value * pieces.length)] ?? '';
      text = round % 40 === 39 ? sample : text.slice(0, at) + piece + text.slice(at + cut);
      tokens = tokens.updated(text).tokens;
      assert.equal(all(tokens), all(ScalaTokens.of(text)), `round ${round}`);
    }
  });

  it('lead to nothing that throws, whatever is cut off or turned around', async () => {
    const names = await scalaNames();
    const language = new Scala();
    let version = 1;
    for (let cut = 0; cut < sample.length; cut += 211) {
      for (const text of [
        sample.slice(0, cut),
        `import org.apache.spark.sql._\n${sample.slice(cut)}${sample.slice(0, cut)}`,
      ]) {
        const document = scalaDocument(text, ++version);
        for (let offset = 0; offset <= text.length; offset += 37) {
          const found = language.apiMentionAt(document, offset, names);
          if (found) assert.ok(found.start <= offset && offset <= found.end && found.end <= text.length);
        }
      }
    }
  });

  it('are not read of what is binary, or too large for a reader', async () => {
    const names = await scalaNames();
    const text = 'import org.apache.spark.sql.Row';
    for (const bad of [`${text}\0`, text.padEnd(4_000_001)]) {
      assert.equal(new Scala().apiMentionAt(scalaDocument(bad), text.length - 1, names), null);
    }
  });
});
