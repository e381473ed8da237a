import { strict as assert } from 'node:assert';
import { CompletionItemTag, type CompletionItem } from 'vscode-languageserver-types';
import type { ApiIndex, StoredText, StoredTexts } from '../../../src/catalogue/apiTexts';
import { documentOf, labelsAt, listAt, ordered, serviceWith } from './offered';
import { readMarked } from '../../helpers/marked';

const index: ApiIndex = {
  areas: {},
  sections: { 'dbt/context': 'context', 'dbt/macros': 'macros', 'dbt/keys': 'keys', 'spark-conf/keys': 'conf' },
  newest: { 'dbt-core': '1.12.6', pyspark: '4.3.0' },
};

const texts = (main: string, entries: Record<string, Record<string, StoredText>>): StoredTexts => ({
  groups: [{ tool: 'dbt', documentation: 'https://example.org/{name}', language: 'sql' }],
  package: main,
  entries,
});

const key = (facts: NonNullable<StoredText['facts']>, does?: string): StoredText => ({
  ...(does !== undefined && { in: 0, does }),
  facts,
});

function catalogue(): { read: string[]; readCatalogue: (file: string) => Promise<string> } {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [`key${String(at).padStart(3, '0')}`, key({})]),
  );
  const files: Record<string, unknown> = {
    'api/index.json': index,
    'api/context.json': texts('dbt-core', { '': { ref: key({}, 'A model.') } }),
    'api/macros.json': texts('dbt-core', {}),
    'api/keys.json': texts('dbt-core', {
      'config.model': {
        materialized: { in: 0, does: 'How it is built.', values: { table: 'rebuilt' }, facts: { default: 'view' } },
        fresh: key({ introduced: '1.11' }, 'New.'),
        old: key({ deprecated: { release: '1.10', use: 'fresh' } }, 'Old.'),
        gone: key({ removed: '1.9' }, 'Gone.'),
        bare: key({ type: 'str' }),
      },
    }),
    'api/conf.json': texts('pyspark', {
      'spark.many': { ...many, important: key({}, 'Explained.'), secret: key({ internal: true }, 'Internal.') },
    }),
  };
  const read: string[] = [];
  const readCatalogue = (file: string) => {
    read.push(file);
    return file in files ? Promise.resolve(JSON.stringify(files[file])) : Promise.reject(new Error(file));
  };
  return { read, readCatalogue };
}

const small = (pins = {}) => ({ service: serviceWith(pins, catalogue().readCatalogue) });
const config = '{{ config(⟦‸⟧) }}';

describe('Items of a completion', () => {
  it('are those of the newest version where none is pinned: what is explained first, what is deprecated last', async () => {
    const list = await listAt('models/a.sql', config, small());
    const items = ordered(list);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['fresh', 'materialized', 'bare', 'old'],
    );
    assert.deepEqual(
      items.map(({ tags }) => tags),
      [undefined, undefined, undefined, [CompletionItemTag.Deprecated]],
    );
  });

  it('are those of the version that the project pins', async () => {
    assert.deepEqual(await labelsAt('models/a.sql', config, small({ 'dbt-core': '1.8.1' })), [
      'gone',
      'materialized',
      'old',
      'bare',
    ]);
    assert.deepEqual(await labelsAt('models/a.sql', config, small({ 'dbt-core': '1.9.0' })), [
      'materialized',
      'old',
      'bare',
    ]);
  });

  it('say what a hover says, once they are looked at', async () => {
    const { service } = small();
    const [item] = ordered(await listAt('models/a.sql', "{{ config(materialized='⟦‸⟧') }}", { service }));
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    assert.equal(item.detail, 'rebuilt');
    const sent = JSON.parse(JSON.stringify(item)) as CompletionItem;
    const { text, offset } = readMarked("{{ config(materialized='ta‸ble') }}");
    const document = documentOf('models/a.sql', text);
    const hover = await service.doHover(document, document.positionAt(offset), { prose: false });
    assert.ok(hover);
    assert.deepEqual((await service.doResolveCompletion(sent)).documentation, hover.contents);
  });

  it('come back as they are where there is nothing to say', async () => {
    const { service } = small();
    const unknown: unknown[] = [
      undefined,
      null,
      1,
      'x',
      {},
      { uri: 1 },
      { uri: 'file:///a', section: 'constructor', name: '__proto__' },
    ];
    for (const data of unknown) {
      const item: CompletionItem = { label: 'x', data };
      assert.deepEqual(await service.doResolveCompletion(item), item);
    }
  });

  it('are cut where they are many: what is explained stays, and what is typed finds the rest', async () => {
    const path = 'spark-defaults.conf';
    const all = await listAt(path, '⟦spark.many.‸⟧', small());
    assert.equal(all?.isIncomplete, true);
    assert.equal(ordered(all)[0]?.label, 'spark.many.important');
    assert.equal(all.items.length, 300);
    assert.equal(
      all.items.some(({ label }) => label.endsWith('secret')),
      false,
    );
    const found = await listAt(path, '⟦spark.many.KEY39‸⟧', small());
    assert.equal(found?.isIncomplete, false);
    assert.deepEqual(found.items.length, 10);
  });

  it('read no more than the section that is asked for, and nothing where nothing is', async () => {
    const { read, readCatalogue } = catalogue();
    const service = serviceWith({}, readCatalogue);
    await labelsAt('models/a.sql', "select '‸' from {{ ref('a') }}", { service });
    assert.deepEqual(read, []);
    await labelsAt('spark-defaults.conf', '⟦spark.many.key39‸⟧', { service });
    assert.deepEqual(read, ['api/index.json', 'api/conf.json']);
  });

  it('are none where the catalogue cannot be read', async () => {
    const service = serviceWith({}, () => Promise.reject(new Error('gone')));
    assert.deepEqual(await labelsAt('models/a.sql', '{{ config(‸) }}', { service }), []);
    assert.deepEqual(await labelsAt('a.py', 'import pyspark\nx("‸")', { service }), []);
  });
});
