import { strict as assert } from 'node:assert';
import { entryPath, followRedirect, parseEntryPath } from '../../src/catalogue/links';

describe('Links to entries', () => {
  it('come back as they were made', () => {
    const link = { kind: 'tool', id: 'delta-lake', anchor: 'how-it-works' } as const;
    assert.deepEqual(parseEntryPath(entryPath(link), 'how-it-works'), link);
    assert.deepEqual(parseEntryPath('/comparison/spark+flink'), { kind: 'comparison', id: 'spark+flink' });
    assert.deepEqual(parseEntryPath('/topic/01-what/'), { kind: 'topic', id: '01-what' });
  });

  for (const path of [
    '',
    '/',
    '/tool',
    '/tool/',
    '/motor/spark',
    '/tool/../x',
    '/tool/Spark',
    '/tool/a/b',
    '/constructor/a',
    '/tool/spark+flink',
  ]) {
    it(`“${path}” leads nowhere`, () => assert.equal(parseEntryPath(path), null));
  }
});

describe('Links to entries out of use', () => {
  const redirects = {
    'tool:old': 'tool:new',
    'topic:21-lineage': 'topic:17-governance#lineage',
    'tool:merged': 'comparison:stores',
  };

  it('lead where their redirect does, and keep their anchor where it gives none', () => {
    assert.deepEqual(followRedirect({ kind: 'tool', id: 'old' }, redirects), { kind: 'tool', id: 'new' });
    assert.deepEqual(followRedirect({ kind: 'tool', id: 'old', anchor: 'facts' }, redirects), {
      kind: 'tool',
      id: 'new',
      anchor: 'facts',
    });
    assert.deepEqual(followRedirect({ kind: 'topic', id: '21-lineage', anchor: 'x' }, redirects), {
      kind: 'topic',
      id: '17-governance',
      anchor: 'lineage',
    });
  });

  it('are found among the tools of a comparison put together on the fly', () => {
    const link = followRedirect({ kind: 'comparison', id: 'spark+old+merged' }, redirects);
    assert.deepEqual(link, { kind: 'comparison', id: 'spark+new+merged' });
  });

  it('stay as they are without a redirect', () => {
    for (const link of [
      { kind: 'tool', id: 'new' },
      { kind: 'topic', id: 'old' },
      { kind: 'tool', id: 'constructor' },
    ] as const) {
      assert.deepEqual(followRedirect(link, redirects), link);
      assert.deepEqual(followRedirect(link), link);
    }
  });
});
