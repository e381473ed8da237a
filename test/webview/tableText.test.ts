import assert from 'node:assert/strict';
import type { ComparisonCell, ComparisonTable } from '../../src/catalogue/types';
import { isNumeric, sameAnswers, toGrid } from '../../src/webview/grid';
import { type Numbering, toCsv, toHtml, toMarkdown } from '../../src/webview/tableText';

const cell = (value: string, more: Partial<ComparisonCell> = {}): ComparisonCell => ({
  value,
  references: [],
  ...more,
});

const table: ComparisonTable = {
  id: 't',
  title: 'T',
  question: 'Q',
  subjectsAs: 'columns',
  subjectLabel: 'System',
  subjects: [
    { id: 'constructor', name: 'A' },
    { id: 'b', name: 'B' },
  ],
  questions: [
    { id: 'one', ask: 'One', cells: { b: cell('1') } },
    { id: 'two', ask: 'Two', cells: { constructor: cell('yes'), b: cell(' Yes ') } },
  ],
  references: [],
};

const numbering: Numbering = { of: () => [], get: () => undefined };
const row = (...cells: (ComparisonCell | undefined)[]) => ({
  corner: 'System',
  columns: cells.map((_, at) => ({ key: `c${at}`, label: `C${at}` })),
  rows: [{ head: { key: 'r', label: 'R' }, cells }],
});

describe('a table as a grid', () => {
  it('has subjects as columns or as rows', () => {
    const values = (one: ComparisonTable) => toGrid(one).rows.map(({ cells }) => cells.map((each) => each?.value));
    assert.deepEqual(values(table), [
      [undefined, '1'],
      ['yes', ' Yes '],
    ]);
    assert.deepEqual(values({ ...table, subjectsAs: 'rows' }), [
      [undefined, 'yes'],
      ['1', ' Yes '],
    ]);
  });

  it('knows the questions with one answer; no answer is another answer', () => {
    assert.deepEqual(sameAnswers(table), new Set([1]));
  });

  for (const [values, expected] of [
    [['1', '2.5', '1,000', '≈ 3', '40%', '8 GB'], true],
    [['1', 'one'], false],
    [['4.2.1'], true],
    [['2026-10-02'], false],
    [[], false],
  ] as const) {
    it(`takes ${JSON.stringify(values)} for ${expected ? 'numbers' : 'text'}`, () => {
      const rows = values.map((value) => ({ head: { key: '', label: '' }, cells: [cell(value)] }));
      assert.equal(isNumeric({ corner: '', columns: [{ key: '', label: '' }], rows }, 0), expected);
    });
  }
});

describe('a table as text', () => {
  it('escapes what would end a Markdown cell, and says what is weak', () => {
    const text = toMarkdown(row(cell('a | b'), cell('c', { note: 'line\nbreak', unverified: true })), numbering);
    assert.equal(text.split('\n')[2], '| R | a \\| b | c (line break; unverified) |');
  });

  it('leaves cells empty where the question does not apply', () => {
    assert.equal(toMarkdown(row(undefined), numbering).split('\n')[2], '| R |  |');
    assert.equal(toCsv(row(undefined), numbering).split('\r\n')[1], 'R,,');
  });

  it('quotes CSV, and lets no cell become a formula', () => {
    const cells = ['a "b", c', '=1+1', '@x', '+y', '-z', '-5', '- 5', 'line\nbreak'].map((value) => cell(value));
    assert.equal(
      toCsv(row(...cells), numbering).split('\r\n')[1],
      `R,"a ""b"", c",'=1+1,'@x,'+y,'-z,-5,- 5,"line\nbreak",`,
    );
  });

  it('names groups: a row in Markdown and HTML, a column in CSV', () => {
    const one = row(cell('a'));
    const two = { ...one.rows[0]!, head: { key: 's', label: 'S' } };
    const grid = {
      ...one,
      rows: [
        { ...one.rows[0]!, group: 'Facts' },
        { ...two, group: 'Facts' },
        { ...two, group: 'B' },
      ],
    };
    assert.deepEqual(toMarkdown(grid, numbering).split('\n').slice(2, 7), [
      '| **Facts** |  |',
      '| R | a |',
      '| S | a |',
      '| **B** |  |',
      '| S | a |',
    ]);
    assert.deepEqual(toCsv(grid, numbering).split('\r\n').slice(0, 2), ['Table,System,C0,Sources', 'Facts,R,a,']);
    assert.equal(toHtml(grid, numbering, 'T').match(/scope="rowgroup"/g)?.length, 2);
  });

  it('escapes HTML, and links sources by https alone', () => {
    const sources: Numbering = {
      of: () => [1, 2],
      get: (number) => ({
        name: '<b>"n"</b>',
        url: number === 1 ? 'https://a.example/?x=1&y="' : 'javascript:alert(1)',
        checked: '2026-11-20',
      }),
    };
    const text = toHtml(row(cell('<script>x</script>', { note: '<img src=x>' })), sources, '<i>T</i>');
    assert.doesNotMatch(text, /<(script|img|i|b)\b|href="javascript/);
    assert.match(
      text,
      /<td>&lt;script&gt;x&lt;\/script&gt; \(&lt;img src=x&gt;\)<sup>\[1\]<\/sup><sup>\[2\]<\/sup><\/td>/,
    );
    assert.match(text, /<a href="https:\/\/a\.example\/\?x=1&amp;y=&quot;">&lt;b&gt;/);
  });
});
