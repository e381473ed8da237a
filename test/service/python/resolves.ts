import { strict as assert } from 'node:assert';
import { readMarked } from '../../helpers/marked';
import { mentionIn, written } from './mention';

type Case = [title: string, marked: string, expected?: string];

/** With a range something is expected in it; without one, silence. Each is also read with CRLF and after wide characters. */
export function itResolves(group: string, head: string, cases: readonly Case[]): void {
  describe(group, () => {
    for (const [title, marked, expected] of cases) {
      it(title, () => {
        // the first line of a notebook says that it is one
        const wide = head.startsWith('# ') ? `${head}# 😀𝄞\n${marked}` : `# 😀𝄞\n${head}${marked}`;
        for (const variant of [head + marked, (head + marked).replace(/\n/g, '\r\n'), wide]) {
          const { text, offset, range } = readMarked(variant);
          assert.equal(range === null, expected === undefined, 'a range and an answer belong together');
          const found = mentionIn(text, offset);
          assert.equal(written(found)?.replace(/\r\n/g, '\n') ?? undefined, expected);
          assert.deepEqual(found && { start: found.start, end: found.end }, range);
        }
      });
    }
  });
}
