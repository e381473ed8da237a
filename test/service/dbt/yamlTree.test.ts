import { strict as assert } from 'node:assert';
import type { YamlNode } from '../../../src/service/dbt/yamlScalar';
import { yamlTree } from '../../../src/service/dbt/yamlTree';

function plain(node: YamlNode | null): unknown {
  if (node instanceof Map) return Object.fromEntries([...node].map(([key, value]) => [key, plain(value)]));
  return Array.isArray(node) ? node.map(plain) : node;
}

const read = (text: string) => plain(yamlTree(text));

describe('YAML of a project', () => {
  it('is read as plain data', () => {
    const text = [
      '---',
      'version: 2 # of the form',
      'models:',
      '- name: orders',
      '  description: >',
      '    One row',
      '',
      '    an order: "in" short',
      '  config: {materialized: table, tags: [a, "b, c"]}',
      '  columns:',
      '    - name: id',
      "      description: 'it''s one'",
      '    -',
      '      name: "a \\"b\\""',
      '  meta:',
      '- name: customers',
      '  description: goes on',
      '    below',
      'sources: [',
      "  {name: lake, tables: [{name: 'orders'}]},",
      ']',
    ].join('\n');
    const expected = {
      version: '2',
      models: [
        {
          name: 'orders',
          description: 'One row an order: "in" short',
          config: { materialized: 'table', tags: ['a', 'b, c'] },
          columns: [{ name: 'id', description: "it's one" }, { name: 'a "b"' }],
        },
        { name: 'customers', description: 'goes on below' },
      ],
      sources: [{ name: 'lake', tables: [{ name: 'orders' }] }],
    };
    assert.deepEqual(read(text), expected);
    assert.deepEqual(read(text.replace(/\n/g, '\r\n')), expected);
  });

  it('is read around what is broken', () => {
    assert.deepEqual(read('a:\n  - b: "never closed\n  - c: 1\nd: 2'), { a: [{}, { c: '1' }], d: '2' });
    assert.deepEqual(read('a: 1\n      b: 2\nc: 3\n  - d\ne: [1, {f: 2'), { a: '1', c: '3' });
    assert.deepEqual(read('a: *x\nb: &y 1\n<<: *z\nconstructor: 2'), { b: '1', constructor: '2' });
    assert.equal(read('\u0000\u0001 binary'), null);
    assert.equal(read(''), null);
  });

  it('never throws and never hangs', () => {
    const text = 'a:\n  - {b: [c, "d"], e: \'f\'}\n  - g: |\n      h\n    "i": >-\n j\n';
    for (let end = 0; end <= text.length; end++) read(text.slice(0, end));
    for (const hostile of [
      'a: "\n',
      'a: [{\n',
      "a: '''\n",
      '- '.repeat(500) + '\n',
      'a: |\n',
      '[',
      '"',
      '{{ x }}: \n',
    ]) {
      const started = Date.now();
      read(hostile.repeat((512 * 1024) / hostile.length));
      assert.ok(Date.now() - started < 5000, hostile);
    }
    const deep = Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    read(deep);
    read('['.repeat(100_000));
  });
});
