import { strict as assert } from 'node:assert';
import { packRecognition, unpackCard, unpackTable } from '../../src/catalogue/storedRecognition';
import { nameTables, type Recognition, type ToolCard } from '../../src/catalogue/types';

const card = (id: string, summary: string): ToolCard => ({
  id,
  name: id,
  kind: 'Tool',
  summary,
  fits: '',
  avoid: '',
  formerly: [],
  documentation: '',
});

describe('Stored recognition tables', () => {
  const python = { pyspark: 'spark', 'pyspark.sql': 'spark', constructor: 'odd', 'two words': 'spark' };
  const names = {
    ...Object.fromEntries(nameTables.map((table) => [table, {}])),
    python,
  } as unknown as Recognition['names'];
  const tools = { spark: card('spark', 'Tabs\tand\nlines “stay”.'), 'spark-x': card('spark-x', 'Another.') };
  const stored = packRecognition({ names, tools, terms: {}, context: {} });

  it('give back every name', () => {
    assert.deepEqual(Object.fromEntries(unpackTable(stored.names.python)), python);
    assert.equal(unpackTable(stored.names.java).size, 0);
  });

  it('give back a card, and none for what is none', () => {
    assert.deepEqual(unpackCard(stored.tools, 'spark'), tools.spark);
    assert.deepEqual(unpackCard(stored.tools, 'spark-x'), tools['spark-x']);
    for (const id of ['park', 'constructor', '', 'spark\t']) assert.equal(unpackCard(stored.tools, id), undefined, id);
    assert.equal(unpackCard(stored.terms, 'spark'), undefined);
  });
});
