import { strict as assert } from 'node:assert';
import { ApiKnowledge } from '../../src/catalogue/apiKnowledge';
import { LoadedNames } from '../../src/catalogue/apiStored';
import { areasOf, type ApiIndex, type StoredTexts } from '../../src/catalogue/apiTexts';
import { splitParameter, storeNames } from '../../src/build/api/names';
import type { InventoryAlias, InventoryEntry } from '../../src/build/api/inventory';

const symbols: Record<string, InventoryEntry> = {
  'pyspark.sql.Base': { kind: 'class' },
  'pyspark.sql.Base.limit': { kind: 'method', parameters: ['num: int'], returns: 'Self' },
  'pyspark.sql.Frame': {
    kind: 'class',
    bases: ['pyspark.sql.Base[T]', 'Generic'],
    parameters: ['data: list[int] | None=None', '/', '*', 'name: str', '**options'],
  },
  'pyspark.sql.Frame.of': { kind: 'method', static: 'class', parameters: [], returns: 'pyspark.sql.Frame' },
  'pyspark.sql.Frame.rows': { kind: 'property', returns: 'int' },
  'pyspark.sql.Old': { kind: 'class', moved: { release: '3.4', to: 'pyspark.sql.Frame' } },
  'pyspark.sql.functions.sum': { kind: 'function', parameters: ['*cols: str=f(a=1)'], returns: 'pyspark.sql.Frame' },
  'pyspark.sql.functions._hidden': { kind: 'function' },
};
const aliases: Record<string, InventoryAlias> = {
  'pyspark.sql.frame.Frame': { to: 'pyspark.sql.Frame', deprecated: '4.0' },
  'pyspark.Table': { to: 'pyspark.sql.frame.Frame' },
  'pyspark.loop': { to: 'pyspark.pool' },
  'pyspark.pool': { to: 'pyspark.loop' },
};
const stored = storeNames({
  symbols: new Map(Object.entries(symbols)),
  aliases: new Map(Object.entries(aliases)),
  explained: (name) => name === 'pyspark.sql.Frame.rows',
});

describe('The names of an API', () => {
  const names = new LoadedNames([JSON.parse(JSON.stringify(stored))]);

  it('come back as the inventory has them', () => {
    assert.deepEqual(names.lookup('pyspark.sql.Frame'), {
      path: 'pyspark.sql.Frame',
      kind: 'class',
      parameters: [
        { name: 'data', kind: 'positional', type: 'list[int] | None', default: 'None' },
        { name: 'name', kind: 'keyword', type: 'str' },
        { name: 'options', kind: 'options' },
      ],
      bases: ['pyspark.sql.Base[T]'],
    });
    assert.deepEqual(names.lookup('pyspark.sql.Frame.of'), {
      path: 'pyspark.sql.Frame.of',
      kind: 'method',
      returns: 'pyspark.sql.Frame',
      static: 'class',
      parameters: [],
    });
    assert.deepEqual(names.lookup('pyspark.sql.Frame.rows'), {
      path: 'pyspark.sql.Frame.rows',
      kind: 'property',
      returns: 'int',
      explained: true,
    });
    assert.deepEqual(names.lookup('pyspark.sql.functions.sum')?.parameters, [
      { name: 'cols', kind: 'rest', type: 'str', default: 'f(a=1)' },
    ]);
  });

  it('are found through aliases, and modules as what stands before them', () => {
    assert.equal(names.lookup('pyspark.Table')?.path, 'pyspark.sql.Frame');
    assert.equal(names.lookup('pyspark.Table.rows')?.path, 'pyspark.sql.Frame.rows');
    assert.deepEqual(names.lookup('pyspark.sql.functions'), { path: 'pyspark.sql.functions', kind: 'module' });
    assert.deepEqual(names.lookup('pyspark.sql.frame'), { path: 'pyspark.sql.frame', kind: 'module' });
    assert.deepEqual(names.alias('pyspark.sql.frame.Frame'), { to: 'pyspark.sql.Frame', deprecated: '4.0' });
  });

  it('end where they lead in a circle, or nowhere', () => {
    for (const path of ['pyspark.loop', 'pyspark.sql.nothing', 'pyspark.sql.Frame.nothing', 'constructor', '', '.']) {
      assert.equal(names.lookup(path), undefined, path);
    }
  });

  it('have the members of their bases, and of what took their place', () => {
    assert.equal(names.member('pyspark.sql.Frame', 'limit')?.path, 'pyspark.sql.Base.limit');
    assert.equal(names.member('pyspark.sql.frame.Frame[int]', 'limit')?.path, 'pyspark.sql.Base.limit');
    assert.equal(names.member('pyspark.sql.Old', 'rows')?.path, 'pyspark.sql.Frame.rows');
    assert.equal(names.member('pyspark.sql.functions', 'sum'), undefined);
    assert.equal(names.member('pyspark.sql.Frame', 'constructor'), undefined);
  });

  it('say what a module holds, and which classes own a member', () => {
    assert.deepEqual(names.exports('pyspark.sql'), ['Base', 'Frame', 'Old', 'functions', 'frame']);
    assert.deepEqual(names.exports('pyspark.sql.functions'), ['sum']);
    assert.deepEqual(names.owners('limit'), ['pyspark.sql.Base']);
    assert.deepEqual(names.owners('sum'), []);
  });

  it('have parameters whose type ends at the first sign of equality outside brackets', () => {
    assert.deepEqual(splitParameter('f: Callable[[int], dict[str, int]]=lambda x: x'), {
      name: 'f',
      type: 'Callable[[int], dict[str, int]]',
      fallback: 'lambda x: x',
    });
    assert.deepEqual(splitParameter('**kwargs'), { name: '**kwargs' });
  });
});

const index: ApiIndex = {
  areas: {
    pyspark: {
      prefixes: ['pyspark'],
      needs: [],
      texts: [
        ['text-a', ''],
        ['text-b', 'pyspark.sql.functions'],
      ],
    },
    'pyspark-ml': { prefixes: ['pyspark.ml'], needs: ['pyspark'], texts: [] },
  },
  sections: { 'spark-conf/keys': 'text-keys' },
  newest: { pyspark: '4.3.0' },
};
const texts: StoredTexts = {
  groups: [{ tool: 'spark', documentation: 'https://example.org/{path}#{name}', language: 'python' }],
  package: 'pyspark',
  entries: {
    'pyspark.sql.functions': {
      sum: { in: 0, does: 'Sum.', example: { code: 'x' }, facts: { introduced: '3.5' } },
    },
  },
};

describe('The knowledge of APIs', () => {
  const files: Record<string, unknown> = {
    index,
    'names-pyspark': stored,
    'names-pyspark-ml': storeNames({ symbols: new Map(), aliases: new Map(), explained: () => false }),
    'text-b': texts,
    'text-keys': { groups: [], package: 'pyspark', entries: { 'spark.sql': { x: { facts: { default: '1' } } } } },
  };
  const reading = () => {
    const read: string[] = [];
    const knowledge = new ApiKnowledge((path) => {
      read.push(path);
      const file = files[path.replace(/^api\/|\.json$/g, '')];
      return file ? Promise.resolve(JSON.stringify(file)) : Promise.reject(new Error(path));
    });
    return { knowledge, read };
  };

  it('reads nothing before it is asked, then what a file needs, once', async () => {
    const { knowledge, read } = reading();
    assert.deepEqual(read, []);
    const names = await knowledge.names(['pyspark.ml.feature']);
    assert.equal(await knowledge.names(['pyspark.ml']), names);
    assert.deepEqual(read, ['api/index.json', 'api/names-pyspark.json', 'api/names-pyspark-ml.json']);
    assert.equal((await knowledge.names(['pandas'])).lookup('pyspark.sql.Frame'), undefined);
  });

  it('takes the longest prefix, and everything below a path that is itself one', () => {
    assert.deepEqual([...areasOf(['pyspark.ml.x'], index)], ['pyspark-ml', 'pyspark']);
    assert.deepEqual([...areasOf(['pyspark.sql'], index)], ['pyspark']);
    assert.deepEqual([...areasOf(['pysparkling'], index)], []);
  });

  it('tells what is said of a name, with what its place says', async () => {
    const { knowledge, read } = reading();
    assert.deepEqual(await knowledge.text('pyspark.sql.functions.sum'), {
      name: 'pyspark.sql.functions.sum',
      does: 'Sum.',
      tool: 'spark',
      documentation: 'https://example.org/pyspark.sql.functions.sum#sum',
      example: { code: 'x', language: 'python' },
      facts: { package: 'pyspark', introduced: '3.5' },
    });
    assert.equal(await knowledge.text('pyspark.sql.functions.avg'), undefined);
    assert.deepEqual(read, ['api/index.json', 'api/text-b.json']);
    assert.deepEqual(await knowledge.textIn('spark-conf/keys', 'spark.sql.x'), {
      name: 'spark.sql.x',
      facts: { package: 'pyspark', default: '1' },
    });
    assert.deepEqual(await knowledge.namesIn('spark-conf/keys'), ['spark.sql.x']);
    assert.equal(await knowledge.textIn('spark-conf/none', 'x'), undefined);
  });

  it('asks again for what could not be read', async () => {
    const { knowledge, read } = reading();
    await assert.rejects(knowledge.text('pyspark.sql.Frame.rows'));
    await assert.rejects(knowledge.text('pyspark.sql.Frame.rows'));
    assert.deepEqual(read, ['api/index.json', 'api/text-a.json', 'api/text-a.json']);
  });
});
