import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApiIndex, StoredText, StoredTexts } from '../../src/catalogue/apiTexts';
import { getLanguageService } from '../../src/service/languageService';
import { readMarked } from '../helpers/marked';

const index: ApiIndex = {
  areas: {},
  sections: { 'dbt/context': 'context', 'dbt/macros': 'macros', 'dbt/keys': 'keys', 'spark-conf/keys': 'spark' },
  newest: { 'dbt-core': '1.12.6' },
};

const texts = (main: string, entries: Record<string, Record<string, StoredText>>): StoredTexts => ({
  groups: [{ tool: 'dbt', documentation: 'https://example.org/{name}', language: 'sql' }],
  package: main,
  entries,
});

const files: Record<string, unknown> = {
  'api/index.json': index,
  'api/context.json': texts('dbt-core', {
    '': {
      ref: { in: 0, does: 'The relation of a model.', facts: { signature: ['*args', '**kwargs'] } },
      source: { facts: { signature: ['*args'] } },
    },
  }),
  'api/macros.json': texts('dbt-core', {}),
  'api/keys.json': texts('dbt-core', {
    'config.model': {
      materialized: { in: 0, does: 'How it is built.', values: { table: 'rebuilt' }, facts: { default: 'view' } },
      access: { facts: { accepted: ['private', 'public'] } },
    },
  }),
  'api/spark.json': texts('pyspark', {
    'spark.sql.shuffle': { partitions: { facts: { added: '1.1.0', default: '200' } } },
  }),
};

async function hover(path: string, marked: string): Promise<{ value: string | null; read: string[] }> {
  const read: string[] = [];
  const service = getLanguageService({
    readCatalogue: (file) => {
      if (file !== 'recognition.json') read.push(file);
      return file in files ? Promise.resolve(JSON.stringify(files[file])) : Promise.reject(new Error(file));
    },
    links: 'none',
  });
  const { text, offset, range } = readMarked(marked);
  const document = TextDocument.create(`file:///project/${path}`, 'plaintext', 1, text);
  const found = await service.doHover(document, document.positionAt(offset), { prose: true, signatureElsewhere: true });
  assert.deepEqual(
    found?.range && { start: document.offsetAt(found.range.start), end: document.offsetAt(found.range.end) },
    range ?? undefined,
  );
  return { value: found && (found.contents as { value: string }).value, read };
}

const newest = 'shown for 1.12.6, the newest: no version is pinned';

describe('Hovers of APIs in data files', () => {
  it('say what a function of dbt means, with its signature', async () => {
    const { value } = await hover('models/a.sql', "select * from {{ ⟦re‸f⟧('b') }}");
    assert.equal(
      value,
      [
        'The relation of a model.',
        '```python\nref(*args, **kwargs)\n```',
        newest,
        '[Documentation ↗](https://example.org/ref)',
      ].join('\n\n'),
    );
  });

  it('say which value of a key stands there', async () => {
    const { value } = await hover(
      'models/schema.yml',
      'models:\n  - name: a\n    config:\n      materialized: ⟦ta‸ble⟧',
    );
    assert.equal(
      value,
      [
        '`materialized`: How it is built.',
        'default `view`',
        '- **`table`** rebuilt',
        newest,
        '[Documentation ↗](https://example.org/materialized)',
      ].join('\n\n'),
    );
  });

  it('show what the inventory alone knows of a key', async () => {
    assert.equal(
      (await hover('models/a.sql', "{{ config(access='⟦pri‸vate⟧') }}")).value,
      ['`access`', '- **`private`**\n- `public`', newest].join('\n\n'),
    );
    assert.equal(
      (await hover('spark-defaults.conf', '⟦spark.sql.shuffle.part‸itions⟧ 64')).value,
      ['`spark.sql.shuffle.partitions`', 'default `200`', 'Since 1.1'].join('\n\n'),
    );
  });

  it('are silent where nothing is said', async () => {
    assert.equal((await hover('models/a.sql', "{{ sour‸ce('a', 'b') }}")).value, null);
    assert.equal((await hover('models/a.sql', "{{ config(access='oth‸er') }}")).value, null);
  });

  it('read no more than the section that is asked for', async () => {
    assert.deepEqual((await hover('values.yaml', 'models:\n  - na‸me: a')).read, []);
    assert.deepEqual((await hover('models/a.sql', 'select re‸f from b')).read, []);
    const { read } = await hover('spark-defaults.conf', '⟦spark.sql.shuffle.part‸itions⟧ 64');
    assert.deepEqual(read, ['api/index.json', 'api/spark.json']);
  });
});
