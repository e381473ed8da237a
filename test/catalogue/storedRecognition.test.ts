import { strict as assert } from 'node:assert';
import {
  fileOfCard,
  linesOf,
  packCards,
  packRecognition,
  unpackCard,
  valueOf,
} from '../../src/catalogue/storedRecognition';
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
  const { recognition: stored, cards } = packRecognition({ names, tools, terms: {}, context: {} });

  it('give back every name', () => {
    assert.deepEqual(Object.fromEntries(linesOf(stored.names.python)), python);
    assert.deepEqual([...linesOf(stored.names.java)], []);
    for (const [name, id] of Object.entries(python)) assert.equal(valueOf(stored.names.python, name), id);
    for (const name of ['', 'py', 'pyspark.', 'pyspark.sqlx', 'spark', 'zzz', 'toString', '\u0081'])
      assert.equal(valueOf(stored.names.python, name), undefined, name);
    assert.equal(valueOf(stored.names.java, 'pyspark'), undefined);
  });

  it('begin at a name, or at what would follow it', () => {
    const from = (name: string) => Array.from(linesOf(stored.names.python, name), ([found]) => found);
    assert.deepEqual(from('p'), ['pyspark', 'pyspark.sql', 'two words']);
    assert.deepEqual(from('pyspark.sql'), ['pyspark.sql', 'two words']);
    assert.deepEqual(from('z'), []);
  });

  it('give back a card, and none for what is none', () => {
    const file = (key: string) => cards.get(fileOfCard(key, stored.cards) ?? '') ?? '';
    assert.deepEqual(unpackCard(file('spark'), 'spark'), tools.spark);
    assert.deepEqual(unpackCard(file('spark-x'), 'spark-x'), tools['spark-x']);
    for (const id of ['park', 'constructor', '', 'spark\t', 'zzz'])
      assert.equal(unpackCard(file(id), id), undefined, id);
  });

  it('find a card among many files', () => {
    const many = Array.from({ length: 500 }, (_, n): [string, string] => [`id${n}`, `${n}${'.'.repeat(500)}`]);
    const { index, files } = packCards(many);
    assert.ok(files.size > 5);
    for (const [key, card] of many) assert.equal(valueOf(files.get(fileOfCard(key, index) ?? '') ?? '', key), card);
    assert.equal(fileOfCard('a', index), undefined);
  });
});
