import { strict as assert } from 'node:assert';
import { FullText } from '../../src/catalogue/fullText';
import type { StoredPage } from '../../src/catalogue/stored';
import type { CatalogueIndex } from '../../src/catalogue/types';

const index = {
  topics: [{ id: '01-streams', title: 'Streams' }],
  tools: [{ id: 'spark', name: 'Apache Spark' }],
  comparisons: [{ id: 'engines', title: 'Engines' }],
  terms: [],
  guides: [{ id: 'engine', title: 'Choose an engine' }],
  snippets: [],
} as unknown as CatalogueIndex;

const filler = 'Other words that say nothing of it. '.repeat(8);
const markdown = `Opening words.

## Late data[^1]
${filler}A **watermark** says how late \`events\` may [be](topic:01-streams). ${filler}

## Joins
| a | b |
| --- | --- |
| watermarks on both sides | yes |
`;
const pages = [
  { kind: 'topic', id: '01-streams', blocks: [{ type: 'markdown', markdown }] },
  { kind: 'tool', id: 'spark', blocks: [{ type: 'diagram', svg: '<svg/>', alt: 'Sources flow into a sink.' }] },
  {
    kind: 'comparison',
    id: 'engines',
    blocks: [],
    table: {
      subjects: [{ id: 'spark', name: 'Spark' }],
      questions: [{ id: 'q', ask: 'Late rows', cells: { spark: { value: 'Dropped', note: 'By its watermark.' } } }],
    },
  },
  {
    kind: 'guide',
    id: 'engine',
    blocks: [],
    questions: [
      { ask: 'How late?', answers: [{ answer: 'Hours', drops: { flink: { because: 'It forgets them.' } } }] },
    ],
  },
] as unknown as StoredPage[];

describe('Search in the text of pages', () => {
  const text = new FullText(pages, index);
  const keys = (query: string) => text.find(query).map(({ kind, id, anchor }) => `${kind}:${id}#${anchor ?? ''}`);

  it('shows a hit with the words around it, and leads to its section', () => {
    const [hit] = text.find('watermark says');
    assert.deepEqual([hit?.title, hit?.description, hit?.anchor], ['Streams', 'Late data', 'late-data']);
    assert.match(hit!.detail, /^….{10,40}A watermark says how late events may be\. Other words.*…$/);
    assert.ok(hit!.detail.length < 200);
  });

  it('finds each page once, in tables, drawings and guides too', () => {
    assert.deepEqual(keys('watermark'), ['topic:01-streams#joins', 'comparison:engines#']);
    assert.deepEqual(keys('flow into a sink'), ['tool:spark#']);
    assert.deepEqual(keys('forgets'), ['guide:engine#']);
    assert.equal(text.find('dropped')[0]?.detail, 'Spark: Dropped (By its watermark.)');
  });

  it('wants all words, where a word begins, and more than two letters', () => {
    assert.deepEqual(keys('watermark sides'), ['topic:01-streams#joins']);
    assert.deepEqual(keys('atermark'), []);
    assert.deepEqual(keys('watermark nowhere'), []);
    assert.deepEqual(keys('wa'), []);
    assert.deepEqual(keys(''), []);
  });
});
