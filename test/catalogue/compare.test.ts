import { strict as assert } from 'node:assert';
import { compareTools, comparisonId, toolsInId } from '../../src/catalogue/compare';
import type { ComparisonTable, Reference, ToolPage } from '../../src/catalogue/types';

const reference = (name: string): Reference => ({ name, url: `https://example.org/${name}`, checked: '2026-01-02' });

const tool = (id: string, facts: ToolPage['facts'], references: Reference[]): ToolPage => ({
  kind: 'tool',
  id,
  title: id.toUpperCase(),
  summary: '',
  toolKind: 'Engine',
  category: 'engine',
  formerly: [],
  documentation: 'https://example.org',
  facts,
  blocks: [],
  headings: [],
  references,
  related: [],
  comparisons: [],
});

const table: ComparisonTable = {
  id: 'engines',
  title: 'Engines',
  question: 'Which?',
  subjectsAs: 'columns',
  subjectLabel: 'Engine',
  subjects: [
    { id: 'x', name: 'A', tool: 'a' },
    { id: 'y', name: 'B', tool: 'b' },
    { id: 'z', name: 'C', tool: 'c' },
  ],
  questions: [
    {
      id: 'scale',
      ask: 'Scale',
      cells: { x: { value: 'Many', references: [2] }, z: { value: 'One', references: [1] } },
    },
  ],
  references: [reference('shared'), reference('table')],
};

const a = tool(
  'a',
  [{ label: 'Licence', value: 'MIT', references: [1], checked: '2026-01-02' }],
  [reference('shared')],
);
const b = tool('b', [{ label: 'Steward', value: 'Somebody', references: [], unverified: true }], []);

describe('A comparison put together from tools', () => {
  const page = compareTools([a, b], [table]);

  it('asks for every fact that one of them has, then what the tables ask that hold both', () => {
    assert.deepEqual(
      page.table.questions.map((question) => [question.group, question.ask, Object.keys(question.cells)]),
      [
        ['Facts', 'What it is', ['a', 'b']],
        ['Facts', 'Licence', ['a']],
        ['Facts', 'Steward', ['b']],
        ['Engines', 'Scale', ['a']],
      ],
    );
  });

  it('numbers the sources of all pages in one list, each once, and keeps marks and dates', () => {
    assert.deepEqual(
      page.table.references.map((one) => one.name),
      ['shared', 'table'],
    );
    assert.deepEqual(page.table.questions[1]?.cells.a, { value: 'MIT', references: [1], checked: '2026-01-02' });
    assert.deepEqual(page.table.questions[2]?.cells.b, { value: 'Somebody', references: [], unverified: true });
    assert.deepEqual(page.table.questions[3]?.cells.a?.references, [2]);
  });

  it('leaves out tables that hold only one of them', () => {
    const lonely = { ...table, subjects: table.subjects.slice(0, 1) };
    assert.equal(
      compareTools([a, b], [lonely]).table.questions.some((question) => question.group === 'Engines'),
      false,
    );
  });

  it('has an id that leads back to the tools', () => {
    assert.deepEqual(toolsInId(comparisonId(['spark', 'delta-lake'])), ['spark', 'delta-lake']);
    assert.equal(toolsInId('orchestrators'), null);
  });
});
