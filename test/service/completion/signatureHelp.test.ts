import { strict as assert } from 'node:assert';
import { helpAt } from './offered';

/** The active signature with its active parameter in brackets, and how many there are. */
async function shown(marked: string, path = 'models/a.sql'): Promise<string | null> {
  const help = await helpAt(path, marked);
  const active = help?.signatures[help.activeSignature ?? 0];
  if (!active) return null;
  const { label, parameters = [], activeParameter } = active;
  const span = parameters[activeParameter ?? 0]?.label;
  if (!Array.isArray(span)) return label;
  const [start, end] = span;
  return `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)}`;
}

const dateadd = (parameters: string) => `dateadd(${parameters})`;

/** A call with a caret, and what is shown; without it nothing is. */
const cases: [title: string, marked: string, expected: string | null][] = [
  ['the first argument', '{{ dbt.dateadd(‸', dateadd('[datepart], interval, from_date_or_timestamp')],
  ['the second', "{{ dbt.dateadd('day', ‸) }}", dateadd('datepart, [interval], from_date_or_timestamp')],
  ['a keyword', '{{ dbt.dateadd(interval=‸) }}', dateadd('datepart, [interval], from_date_or_timestamp')],
  [
    'a keyword out of order',
    "{{ dbt.dateadd('day', from_date_or_timestamp=‸) }}",
    dateadd('datepart, interval, [from_date_or_timestamp]'),
  ],
  ['too many', '{{ dbt.dateadd(1, 2, 3, ‸) }}', dateadd('datepart, interval, from_date_or_timestamp')],
  ['an unknown keyword', '{{ dbt.dateadd(when=‸) }}', dateadd('datepart, interval, from_date_or_timestamp')],
  ['in a string', "{{ dbt.dateadd('d‸') }}", dateadd('[datepart], interval, from_date_or_timestamp')],
  [
    'over lines',
    "{{\n  dbt.dateadd(\n    'day',\n    ‸\n  )\n}}",
    dateadd('datepart, [interval], from_date_or_timestamp'),
  ],
  ['the inner call', "{{ dbt.dateadd('day', var(‸)) }}", 'var([var_name], default=_VAR_NOTSET)'],
  [
    'behind the inner call',
    "{{ dbt.dateadd('day', var('x', 1), ‸) }}",
    dateadd('datepart, interval, [from_date_or_timestamp]'),
  ],
  ['ref', '{{ ref(‸) }}', 'ref([model_name], version=None)'],
  ['the version of ref', "{{ ref('a', version=‸) }}", 'ref(model_name, [version=None])'],
  ['source', "{{ source('shop', ‸) }}", 'source(source_name, [table_name])'],
  ['config', '{{ config(‸) }}', 'config([*args], **kwargs)'],
  ['a key of config', "{{ config(materialized='‸') }}", 'config([materialized=…])'],
  ['a second key', '{{ config(enabled=true, unique_key=‸) }}', 'config([unique_key=…])'],
  ['a method', '{{ adapter.get_relation(‸', 'adapter.get_relation([database], schema, identifier)'],
  ['in a statement', '{% set x = run_query(‸) %}', 'run_query([sql])'],
  ['behind a call', "{{ ref('a') ‸ }}", null],
  ['a bracket', '{{ (‸) }}', null],
  ['a filter', '{{ x | replace(‸) }}', null],
  ['a macro of the reader', '{% macro dateadd(a) %}{% endmacro %}{{ dateadd(‸) }}', null],
  ['its head', '{% macro ref(‸) %}', null],
  ['an unknown package', '{{ shop.dateadd(‸) }}', null],
  ['a call of a call', "{{ adapter.dispatch('x')(‸) }}", null],
  ['SQL', "select dateadd(‸ {{ ref('a') }}", null],
  ['a comment', '{# {{ ref(‸ #}', null],
];

describe('Signature help', () => {
  for (const [title, marked, expected] of cases) {
    it(title, async () => assert.equal(await shown(marked), expected));
  }

  it('keeps an argument that is a list', async () => {
    const label = await shown("{{ dbt_utils.star(from=ref('a'), except=['b', ‸]) }}");
    assert.match(label ?? '', /^dbt_utils\.star\(from, relation_alias=False, \[except=\[\]\], /);
  });

  it('says what the call and the parameter mean', async () => {
    const help = await helpAt('models/a.sql', '{{ dbt_utils.star(from=‸) }}');
    assert.match(JSON.stringify(help?.signatures[0]?.documentation), /columns of a relation/);
    assert.match(JSON.stringify(help?.signatures[0]?.parameters?.[0]?.documentation), /The relation\./);
  });

  it('takes the form that has room for the argument', async () => {
    assert.equal(await shown("{{ ref('shop', 'a', ‸) }}"), 'ref(package_name, model_name, [version=None])');
  });

  it('helps in the Jinja of YAML, and in no other file', async () => {
    const yaml = 'models:\n  - name: a\n    description: "{{ doc(‸) }}"\n';
    assert.equal(await shown(yaml, 'models/schema.yml'), 'doc([doc_name])');
    assert.equal(await shown('{{ dateadd(‸) }}', 'queries/a.sql'), null);
  });
});
