import { strict as assert } from 'node:assert';
import { entryPath, parseEntryPath } from '../../src/catalogue/links';

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
