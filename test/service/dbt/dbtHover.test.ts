import { strict as assert } from 'node:assert';
import { hoverIn, itHovers, type HoverFile } from '../hovers';
import { dbtWorkspace } from './memoryFiles';

const { workspace } = dbtWorkspace({
  'dbt_project.yml': 'name: shop\n',
  'models/orders.sql': "{{ config(materialized='table') }}",
  'models/o.yml': 'models:\n  - name: orders\n    description: One row an order.\n',
  'models/v_v1.sql': '',
  'models/v_v2.sql': '',
  'models/v.yml': 'models:\n  - name: v\n    versions: [{v: 1}, {v: 2}]\n',
  'models/s.yml':
    'sources:\n  - name: lake\n    tables:\n      - name: orders\n        loaded_at_field: at\n        freshness: {warn_after: {count: 1, period: day}}\n',
});
const around = { dbtResource: workspace.resourceOf.bind(workspace) };
const sql: HoverFile = { ...around, path: 'models/a.sql', languageId: 'sql' };
const yaml: HoverFile = { ...around, path: 'models/a.yml', languageId: 'yaml' };
const python: HoverFile = { ...around, path: 'models/a.py', languageId: 'python' };
const orders = [
  '**orders** · model · materialized as `table`',
  'One row an order\\.',
  '`models/orders.sql` · properties in `models/o.yml`',
];
const table = ['**lake.orders** · table of a source', 'loaded at `at` · freshness warns after 1 day', '`models/s.yml`'];

describe('The hover of a name in ref and source', () => {
  const known: [title: string, file: HoverFile, marked: string, expected: string[]][] = [
    ['in a model', sql, "select * from {{ ref('⟦ord‸ers⟧') }}", orders],
    ['in a statement', sql, '{% set x = ref("⟦ord‸ers⟧") %}', orders],
    ['behind a package', sql, "{{ ref('shop', '⟦ord‸ers⟧') }}", orders],
    [
      'of the project in front of it',
      sql,
      "{{ ref('⟦sh‸op⟧', 'orders') }}",
      ['**shop** · project', '`dbt_project.yml`'],
    ],
    ['in a hook', sql, '{{ config(post_hook="grant x on {{ ref(\'⟦ord‸ers⟧\') }}") }}', orders],
    ['of builtins', sql, "{{ builtins.ref('⟦ord‸ers⟧') }}", orders],
    [
      'of a version',
      sql,
      "{{ ref('⟦‸v⟧', v=1) }}",
      ['**v** · model · version 1 (latest: 2)', '`models/v_v1.sql` · properties in `models/v.yml`'],
    ],
    [
      'of the latest version',
      sql,
      "{{ ref('⟦‸v⟧') }}",
      ['**v** · model · version 2, the latest', '`models/v_v2.sql` · properties in `models/v.yml`'],
    ],
    ['of a table', sql, "{{ source('lake', '⟦ord‸ers⟧') }}", table],
    ['of a source', sql, "{{ source('⟦la‸ke⟧', 'orders') }}", ['**lake** · source', '`models/s.yml`']],
    [
      'in YAML',
      yaml,
      "models:\n  - name: a\n    columns:\n      - name: b\n        data_tests:\n          - relationships:\n              to: ref('⟦ord‸ers⟧')\n",
      orders,
    ],
    [
      'in a list of YAML',
      yaml,
      "exposures:\n  - name: a\n    depends_on:\n      - source('lake', '⟦ord‸ers⟧')\n",
      table,
    ],
    ['in quotes of YAML', yaml, 'unit_tests:\n  - name: a\n    given:\n      - input: "ref(\'⟦ord‸ers⟧\')"\n', orders],
    [
      'in Jinja of YAML',
      yaml,
      'models:\n  - name: a\n    config:\n      post_hook: "select {{ ref(\'⟦ord‸ers⟧\') }}"\n',
      orders,
    ],
    ['in a Python model', python, 'def model(dbt, session):\n    return dbt.ref("⟦ord‸ers⟧")\n', orders],
    [
      'in a source of a Python model',
      python,
      'def model(dbt, session):\n    return dbt.source("lake", "⟦ord‸ers⟧")\n',
      table,
    ],
    [
      'of a version in a Python model',
      python,
      'def model(dbt, session):\n    return dbt.ref("⟦‸v⟧", v=1)\n',
      ['**v** · model · version 1 (latest: 2)', '`models/v_v1.sql` · properties in `models/v.yml`'],
    ],
  ];
  for (const [title, file, marked, expected] of known)
    it(`says what it is ${title}`, () => itHovers(file, marked, expected));

  const silent: [title: string, file: HoverFile, marked: string][] = [
    ['an unknown model', sql, "{{ ref('not‸hing') }}"],
    ['an unknown table', sql, "{{ source('lake', 'not‸hing') }}"],
    ['a package that is not in the workspace', sql, "{{ ref('oth‸er', 'orders') }}"],
    ['a model of another package', sql, "{{ ref('other', 'ord‸ers') }}"],
    ['a computed name', sql, "{{ ref('ord‸ers' ~ x) }}"],
    ['a computed package', sql, "{{ ref(x, 'ord‸ers') }}"],
    ['a computed version', sql, "{{ ref('ord‸ers', v=x) }}"],
    ['a version that is not there', sql, "{{ ref('ord‸ers', v=1) }}"],
    ['another call', sql, "{{ var('ord‸ers') }}"],
    ['a function of the template’s own', sql, "{% macro ref(x) %}{% endmacro %}{{ ref('ord‸ers') }}"],
    ['a method', sql, "{{ x.ref('ord‸ers') }}"],
    ['a comment', sql, "{# {{ ref('ord‸ers') }} #}"],
    ['SQL', sql, "select ref('ord‸ers')"],
    ['half a call', sql, "{{ ref('ord‸ers"],
    ['a comment of YAML', yaml, "models:\n  - name: a # to: ref('ord‸ers')\n"],
    ['a description', yaml, "models:\n  - name: a\n    description: see ref('ord‸ers') there\n"],
    ['another YAML', { ...yaml, path: 'a.yml' }, "on: ref('ord‸ers')"],
    ['another function’s dbt', python, 'def other(dbt, session):\n    return dbt.ref("ord‸ers")\n'],
    ['a document of no project', { ...sql, dbtResource: () => Promise.resolve(undefined) }, "{{ ref('ord‸ers') }}"],
  ];
  for (const [title, file, marked] of silent) it(`is silent on ${title}`, () => itHovers(file, marked, null));

  it('takes nothing from the project as Markdown', async () => {
    const hostile = [
      '[run](command:workbench.action.quit) <img src=x onerror=alert(1)> ![a](https://evil.example/a.png)',
      '`code` **bold** https://evil.example www.evil.example a@evil.example $(zap) &lt; <!-- \\',
    ].join(' ');
    const text = `models:\n  - name: orders\n    description: ${JSON.stringify(`${hostile}\u202e\u0007`)}\n    config: {materialized: 'x\`](y)'}\n`;
    const one = dbtWorkspace({ 'dbt_project.yml': '', 'models/x`[y](z)/orders.sql': '', 'models/a.yml': text });
    const { value } = await hoverIn(
      { ...sql, dbtResource: one.workspace.resourceOf.bind(one.workspace) },
      "{{ ref('ord‸ers') }}",
    );
    assert.equal(
      value,
      [
        '**orders** · model · materialized as `` x`](y) ``',
        '\\[run\\]\\(command:workbench\\.action\\.quit\\) \\<img src=x onerror=alert\\(1\\)\\> \\!\\[a\\]\\(https://\u2060evil\\.example/a\\.png\\) ' +
          '\\`code\\` \\*\\*bold\\*\\* https://\u2060evil\\.example www\\.evil\\.example a@\u2060evil\\.example \\$\\(zap\\) \\&lt; \\<\\!\\-\\- \\\\',
        '`` models/x`[y](z)/orders.sql `` · properties in `models/a.yml`',
      ].join('\n\n'),
    );
  });

  it('cuts what is long', async () => {
    const text = `models:\n  - name: orders\n    description: |\n${'      word word\n'.repeat(500)}`;
    const one = dbtWorkspace({ 'dbt_project.yml': '', 'models/orders.sql': '', 'models/a.yml': text });
    const { value } = await hoverIn(
      { ...sql, dbtResource: one.workspace.resourceOf.bind(one.workspace) },
      "{{ ref('ord‸ers') }}",
    );
    const [, description = ''] = value?.split('\n\n') ?? [];
    assert.match(description, /^word word .* word …$/);
    assert.ok(description.length < 250);
  });
});
