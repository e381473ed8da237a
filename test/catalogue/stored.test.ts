import { strict as assert } from 'node:assert';
import { packPage, unpackPage } from '../../src/catalogue/stored';
import type { CatalogueIndex, ComparisonPage, SnippetPage } from '../../src/catalogue/types';

const index = {
  categories: [],
  topics: [],
  tools: [{ id: 'spark', name: 'Apache Spark' }],
  comparisons: [{ id: 'x', title: 'X' }],
  snippets: [{ id: 'x', title: 'X', description: '', tool: 'spark', prefix: 'spark-x', language: 'python' }],
  terms: [],
} as unknown as CatalogueIndex;

const base = {
  id: 'x',
  title: 'X',
  summary: '',
  blocks: [],
  headings: [],
  references: [{ name: 'R', url: 'https://example.org/r', checked: '2026-01-02' }],
  related: [{ kind: 'tool', id: 'spark', title: 'Apache Spark' } as const],
};

describe('Stored pages', () => {
  it('come back as they were: a comparison', async () => {
    const page = {
      ...base,
      kind: 'comparison',
      table: {
        id: 'x',
        title: 'X',
        question: '?',
        subjectsAs: 'columns',
        subjectLabel: 'S',
        subjects: [],
        questions: [],
        references: base.references,
      },
    } satisfies ComparisonPage;
    const text = JSON.stringify(packPage(page));
    assert.equal(text.match(/example\.org/g)?.length, 1);
    assert.deepEqual(await unpackPage(JSON.parse(text), index, () => Promise.reject(new Error('not asked'))), page);
  });

  it("come back as they were: a snippet, whose code is in the editor's file", async () => {
    const page: SnippetPage = {
      ...base,
      kind: 'snippet',
      tool: 'spark',
      prefix: 'spark-x',
      language: 'python',
      needs: [],
      code: 'f"{orders}" # $HOME\norders',
      snippet: 'f"{${1:orders}}" # \\$HOME\n${1}$0',
      verified: '',
    };
    const text = JSON.stringify(packPage(page));
    assert.doesNotMatch(text, /HOME/);
    assert.deepEqual(await unpackPage(JSON.parse(text), index, () => Promise.resolve(page.snippet)), page);
  });
});
