import { strict as assert } from 'node:assert';
import { parser } from '@lezer/python';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ParseCache } from '../../src/service/parseCache';

/** What a fresh parse says, as text. */
const fresh = (text: string) => parser.parse(text).toString();

describe('A tree that is kept between versions', () => {
  const line = (n: number) => `def f${n}(x):\n    return [x, "${n}"]\n`;
  const long = Array.from({ length: 2000 }, (_, n) => line(n)).join('');
  const edits: [title: string, before: string, after: string][] = [
    ['a letter at the beginning', 'a = 1\n', 'ba = 1\n'],
    ['a letter at the end', 'a = 1', 'a = 12'],
    ['all of it', 'a = 1', 'def g(): pass'],
    ['nothing', long, long],
    ['what repeats', 'x = aaaa\n', 'x = aaa\n'],
    ['from nothing', '', long],
    ['to nothing', long, ''],
    ['a line far inside', long, long.replace('f1500(x)', 'f1500(x, (y)')],
    ['a stretch far inside', long, long.slice(0, 20_000) + long.slice(40_000)],
    ['exactly at the borders of what is compared at once', 'a'.repeat(16_384), `${'a'.repeat(16_384)} = 1`],
    ['two places', long, `import os\n${long.replace('f1900(x)', 'f1900(')}`],
  ];
  for (const [title, before, after] of edits) {
    it(`is that of a fresh parse after an edit: ${title}`, () => {
      const cache = new ParseCache(parser);
      cache.parse(TextDocument.create('file:///a.py', 'python', 1, before));
      const parsed = cache.parse(TextDocument.create('file:///a.py', 'python', 2, after));
      assert.equal(parsed?.tree.toString(), fresh(after));
    });
  }

  it('is none of a binary file', () => {
    const cache = new ParseCache(parser);
    assert.equal(cache.parse(TextDocument.create('file:///a.py', 'python', 1, 'a\0b')), null);
  });

  it('is none where more brackets are open than the parser takes, and there again after they are gone', () => {
    let parses = 0;
    // how many are too many depends on how much stack is left
    const narrow = Object.assign(Object.create(parser) as typeof parser, {
      parse: (text: string) => {
        parses++;
        if (text.startsWith('((')) throw new RangeError('Maximum call stack size exceeded');
        return parser.parse(text);
      },
    });
    const cache = new ParseCache(narrow);
    const version = (number: number, text: string) => TextDocument.create('file:///a.py', 'python', number, text);
    assert.equal(cache.parse(version(1, '('.repeat(5000))), null);
    assert.equal(cache.parse(version(2, '('.repeat(5001))), null);
    assert.equal(parses, 1);
    assert.ok(cache.parse(version(3, 'x = 1\n')));
  });
});
