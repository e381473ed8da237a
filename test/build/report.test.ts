import { strict as assert } from 'node:assert';
import { addressesOf } from '../../src/build/links';
import { reportOn } from '../../src/build/report';
import { readContent } from '../../src/build/source';
import { guide, guideFiles, validFiles, withFiles } from './contentFixture';

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

  it('counts the reasons of guides that rest on sources of their own', async () => {
    await withFiles(guideFiles, async (root) => {
      const { content } = await readContent(root);
      assert.deepEqual(
        reportOn(content, '2026-12-31').pages.find(({ file }) => file === guide),
        { file: guide, facts: 2, sourced: 2, unverified: 0, old: 2, references: 1 },
      );
    });
  });
});

describe('The check of addresses', () => {
  it('asks for those of guides, snippets, notes and text too', async () => {
    const files = {
      ...guideFiles,
      'src/content/comparisons/engines.yml': `${guideFiles['src/content/comparisons/engines.yml']}notes: "[more](https://example.org/notes)"\n`,
      'snippets/spark/read.py': guideFiles['snippets/spark/read.py']!.replace(
        '# verified: executed',
        '# verified: executed\n# references:\n#   - { name: Read, url: "https://example.org/snippet", checked: 2026-01-02 }',
      ),
    };
    await withFiles(files, async (root) => {
      const { content, problems } = await readContent(root);
      assert.deepEqual(problems, []);
      const addresses = addressesOf(content);
      assert.equal(addresses.get('https://example.org/read'), guide);
      assert.equal(addresses.get('https://example.org/snippet'), 'snippets/spark/read.py');
      assert.equal(addresses.get('https://example.org/notes'), 'src/content/comparisons/engines.yml');
      assert.ok(addresses.has('https://spark.apache.org/docs/latest/'));
    });
  });
});
