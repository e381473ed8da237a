import assert from 'node:assert/strict';
import { landscapePage } from '../../src/catalogue/landscape';
import type { ToolSummary } from '../../src/catalogue/types';

const tool = (id: string, category: string): ToolSummary => ({
  id,
  name: id,
  category,
  kind: 'Engine',
  summary: '',
  aliases: ['other'],
  formerly: [{ name: 'old', note: 'until 2020' }],
  documentation: '',
  comparisons: [],
});

describe('the landscape', () => {
  it('holds every tool once, by category, and no empty category', () => {
    const categories = ['engine', 'empty', 'catalog'].map((id) => ({ id, title: id, icon: 'x' }));
    const page = landscapePage({ categories, tools: [tool('a', 'catalog'), tool('b', 'engine'), tool('c', 'engine')] });
    assert.deepEqual(
      page.categories.map(({ id, tools }) => [id, tools.map((one) => one.id)]),
      [
        ['engine', ['b', 'c']],
        ['catalog', ['a']],
      ],
    );
    assert.deepEqual(page.categories[0]?.tools[0]?.otherNames, ['other', 'old']);
  });
});
