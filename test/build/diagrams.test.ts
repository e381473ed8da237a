import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { drawDiagram } from '../../src/build/diagrams';

const folder = 'src/content/topics';
const sources = readdirSync(folder).flatMap((file) =>
  [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^```dot [^\n]*\n([\s\S]*?)^```/gm)].map(
    ({ 1: dot = '' }) => ({ file, dot }),
  ),
);

/** Where words stand, for an ordinary font of the size that they are drawn in. */
function words(svg: string): { text: string; from: number; to: number; y: number }[] {
  return [...svg.matchAll(/<text[^>]* x="([-\d.]+)" y="([-\d.]+)"[^>]* font-size="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, x = '', y = '', size = '', label = '']) => {
      const text = label.replace(/&#160;|&nbsp;/g, ' ').trim();
      const half = (text.length * Number(size) * 0.55) / 2;
      return { text, from: Number(x) - half, to: Number(x) + half, y: Number(y) };
    },
  );
}

describe('Diagrams', () => {
  for (const { file, dot } of sources) {
    it(`of ${file} have words that do not run into each other`, async () => {
      const all = words(await drawDiagram(dot));
      assert.ok(all.length > 3, 'words were found');
      for (const [at, one] of all.entries())
        for (const other of all.slice(at + 1)) {
          const apart = Math.abs(one.y - other.y) > 9 || one.to < other.from || other.to < one.from;
          assert.ok(apart, `“${one.text}” and “${other.text}”`);
        }
    });
  }
});
