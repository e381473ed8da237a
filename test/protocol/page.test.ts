import { strict as assert } from 'node:assert';
import { isEntryLink, isPageMessage, isPlaceState } from '../../src/protocol/page';

const good: unknown[] = [
  { type: 'ready' },
  { type: 'open', link: { kind: 'tool', id: 'spark', anchor: 'how-it-works' }, scroll: 0 },
  { type: 'openExternal', url: 'https://spark.apache.org/docs' },
  { type: 'copy', text: 'x', what: 'code' },
  { type: 'insert', text: 'x', snippetId: 'spark-read' },
  { type: 'insert', text: 'x' },
  { type: 'copyLink' },
  { type: 'returnToEditor' },
  { type: 'back', scroll: 12.5 },
  { type: 'save', name: 'spark+flink.md', text: '| a |' },
  { type: 'compare' },
  { type: 'compare', tool: 'spark' },
  { type: 'compare', tools: ['spark', 'flink'] },
  { type: 'place', anchor: 'cloud.aws_open.yes' },
];

const bad: unknown[] = [
  null,
  'ready',
  [],
  {},
  { type: 'run' },
  { type: 'constructor' },
  { type: 'open', link: { kind: 'tool', id: '../../etc' }, scroll: 0 },
  { type: 'open', link: { kind: 'file', id: 'x' }, scroll: 0 },
  { type: 'open', link: { kind: 'tool', id: 'spark' }, scroll: 'far' },
  { type: 'open', link: { kind: 'tool', id: 'spark', anchor: 3 }, scroll: 0 },
  { type: 'openExternal', url: 'command:workbench.action.terminal.new' },
  { type: 'openExternal', url: 'file:///etc/passwd' },
  { type: 'copy', text: 3, what: 'code' },
  { type: 'copy', text: 'x', what: 'secrets' },
  { type: 'insert', text: 'x'.repeat(1_000_001) },
  { type: 'back', scroll: Number.NaN },
  { type: 'save', name: '../x.md', text: 'x' },
  { type: 'save', name: 'x.exe', text: 'x' },
  { type: 'save', name: 'x.md', text: 3 },
  { type: 'compare', tool: '../x' },
  { type: 'compare', tools: 'spark' },
  { type: 'place', anchor: 'a b' },
];

describe('Messages from the page', () => {
  for (const message of good) {
    it(`takes ${JSON.stringify(message)}`, () => assert.equal(isPageMessage(message), true));
  }
  for (const message of bad) {
    it(`refuses ${JSON.stringify(message)?.slice(0, 80)}`, () => assert.equal(isPageMessage(message), false));
  }
  it('restores only a place of its own', () => {
    assert.equal(isPlaceState({ link: { kind: 'topic', id: '01-what' }, scroll: 3 }), true);
    assert.equal(isPlaceState({ link: { kind: 'topic', id: '01 what' }, scroll: 3 }), false);
    assert.equal(isPlaceState(undefined), false);
    const lines = { order: ['a'], hidden: [] };
    const setup = { text: '', differences: true, columns: lines, rows: lines, sortRows: { by: '', descending: true } };
    const link = { kind: 'topic', id: '01-what' };
    assert.equal(isPlaceState({ link, scroll: 3, tables: { 'spark+flink': setup } }), true);
    assert.equal(
      isPlaceState({ link, scroll: 3, tables: { a: { ...setup, rows: { order: [1], hidden: [] } } } }),
      false,
    );
    assert.equal(isPlaceState({ link, scroll: 3, tables: { a: { ...setup, sortColumns: 'a' } } }), false);
    assert.equal(isPlaceState({ link, scroll: 3, tables: 'a' }), false);
    assert.equal(isEntryLink({ kind: 'tool' }), false);
  });
});
