import { strict as assert } from 'node:assert';
import { reportOn } from '../../src/build/report';
import { readContent } from '../../src/build/source';
import { validFiles, withFiles } from './contentFixture';

describe('The content report', () => {
  it('counts what is sourced, unverified and old, and names what leans on one vendor', async () => {
    const tool = 'src/content/tools/spark.md';
    const files = {
      ...validFiles,
      [tool]: (validFiles[tool] ?? '').replace(
        'recognise:',
        '  steward: { value: Somebody, unverified: true }\nrecognise:',
      ),
    };
    await withFiles(files, async (root) => {
      const { content } = await readContent(root);
      const { pages, findings } = reportOn(content, '2026-12-31');
      assert.deepEqual(
        pages.find((page) => page.file === tool),
        { file: tool, facts: 2, sourced: 1, unverified: 1, old: 1, references: 1 },
      );
      assert.deepEqual(findings['topics without diagram'], ['src/content/topics/01-what.md']);
      assert.deepEqual(findings['tools without a comparison'], []);
      assert.deepEqual(findings['tables that lean on one vendor'], [
        'src/content/comparisons/engines.yml: example.org gives 100 % of 1',
      ]);
    });
  });
});
