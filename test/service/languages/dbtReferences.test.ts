import { itRefers, itSurvivesAsking } from './references';
import type { FileKind } from './mentions';

const model: FileKind = { key: 'sql', path: 'models/staging/stg_orders.sql' };
const macro: FileKind = { key: 'sql', path: 'macros/cents.sql' };
const snapshot: FileKind = { key: 'sql', path: 'snapshots/orders.sql' };
const test: FileKind = { key: 'sql', path: 'tests/no_orphans.sql' };
const query: FileKind = { key: 'sql', path: 'dags/query.sql' };

const key = (name: string) => `dbt/keys config.${name}`;

describe('Names of dbt in Jinja', () => {
  describe('the context', () => {
    itRefers(model, [
      ['ref', "select * from {{ ⟦re‸f⟧('orders') }}", 'dbt/context ref'],
      ['source', "select * from {{ ⟦sour‸ce⟧('shop', 'orders') }}", 'dbt/context source'],
      ['config', "{{ ⟦‸config⟧(materialized='table') }}", 'dbt/context config'],
      ['var', 'where x = \'{{ ⟦va‸r⟧("x", 1) }}\'', 'dbt/context var'],
      ['env_var', "{{ ⟦env_var‸⟧('HOME') }}", 'dbt/context env_var'],
      ['this', 'from {{ ⟦th‸is⟧ }}', 'dbt/context this'],
      ['an attribute of this', 'from {{ this.⟦sche‸ma⟧ }}', 'dbt/context this.schema'],
      ['target', "{% if ⟦tar‸get⟧.name == 'prod' %}", 'dbt/context target'],
      ['target.project', '{{ target.⟦proj‸ect⟧ }}', 'dbt/adapters bigquery.profile.database'],
      ['target.warehouse', '{{ target.⟦ware‸house⟧ }}', 'dbt/adapters snowflake.profile.warehouse'],
      ['a field that several targets have', '{{ target.ho‸st }}'],
      ['a field that targets do not show', '{{ target.keyfi‸le }}'],
      ['a field of a field', '{{ target.x.proj‸ect }}'],
      ['a field of another thing', '{{ x.proj‸ect }}'],
      ['target.name', "{% if target.⟦na‸me⟧ == 'prod' %}", 'dbt/context target.name'],
      ['execute', '{% if not ⟦exe‸cute⟧ %}', 'dbt/context execute'],
      ['dispatch', "{{ adapter.⟦dis‸patch⟧('x')() }}", 'dbt/context adapter.dispatch'],
      ['log', '{% do ⟦lo‸g⟧("x", info=True) %}', 'dbt/context log'],
      ['an exception', '{{ exceptions.⟦raise_compiler_‸error⟧("x") }}', 'dbt/context exceptions.raise_compiler_error'],
      ['a builtin', "{{ builtins.⟦re‸f⟧('a') }}", 'dbt/context ref'],
      ['a module', '{{ modules.datetime.⟦date‸time⟧.now() }}', 'dbt/context modules.datetime.datetime'],
      ['in a dictionary', "{{ f({'a': {'b': ⟦va‸r⟧('x')}}) }} {{ x }}", 'dbt/context var'],
      ['behind a dictionary', "{{ f({'a': {'b': 1}}, ⟦va‸r⟧('x')) }}", 'dbt/context var'],
      ['in a hook', '{{ config(post_hook="drop {{ ⟦th‸is⟧ }}") }}', 'dbt/context this'],
      ['behind a comment', "{# {{ x #} {{ ⟦re‸f⟧('a') }}", 'dbt/context ref'],
      ['a value of an argument', '{{ x(schema=⟦sch‸ema⟧) }}', 'dbt/context schema'],
      ['a name in SQL', 'select re‸f from x'],
      ['a call in SQL', "select va‸r('x') {{ ref('a') }}"],
      ['between tags', "{{ ref('a') }} re‸f('a') {{ ref('a') }}"],
      ['a comment', "{# {{ re‸f('a') }} #}"],
      ['a string', "{{ f('re‸f') }}"],
      ['raw', "{% raw %}{{ re‸f('a') }}{% endraw %}"],
      ['an attribute of something else', "{{ x.re‸f('a') }}"],
      ['an attribute of a call', "{{ ref('a').sche‸ma }}"],
      ['a filter', '{{ x | toj‸son }}'],
      ['a function that is not called', '{{ re‸f }}'],
      ['a property that is called', '{{ execu‸te() }}'],
      ['a longer name', "{{ re‸fs('a') }}"],
      ['the word of a statement', '{% se‸t x = 1 %}'],
      ['an argument', '{{ x(sch‸ema=1) }}'],
    ]);
  });

  describe('names of its own', () => {
    itRefers(macro, [
      ['set', '{% set th‸is = 1 %}'],
      ['used', '{% set target = 1 %}{{ tar‸get }}'],
      ['its attribute', '{% set target = 1 %}{{ target.na‸me }}'],
      [
        'set in another macro',
        '{% macro a() %}{% set target = 1 %}{% endmacro %}{{ ⟦tar‸get⟧ }}',
        'dbt/context target',
      ],
      ['set outside', '{% set target = 1 %}{% macro a() %}{{ tar‸get }}{% endmacro %}'],
      ['set before a macro', '{% set target = 1 %}{% macro a() %}{% endmacro %}{{ tar‸get }}'],
      ['set later', '{{ ⟦tar‸get⟧ }}{% set target = 1 %}', 'dbt/context target'],
      ['a loop', '{% for model in x %}{{ mod‸el }}{% endfor %}'],
      ['a parameter', '{% macro a(model, schema=none) %}{{ sch‸ema }}{% endmacro %}'],
      ['a parameter of another macro', '{% macro a(schema) %}{% endmacro %}{{ ⟦sch‸ema⟧ }}', 'dbt/context schema'],
      ['a default is no parameter', '{% macro a(x=target.name) %}{{ ⟦tar‸get⟧ }}', 'dbt/context target'],
      ['a parameter of a test', '{% test a(model, column_name) %}{{ mod‸el }}{% endtest %}'],
      ['its definition', '{% macro lo‸g(x) %}'],
      ['a macro of the file', "{% macro dateadd(a) %}{% endmacro %}{{ date‸add('x') }}"],
      ['an import', "{% import 'x' as target %}{{ tar‸get }}"],
    ]);
  });

  describe('macros', () => {
    itRefers(model, [
      ['is_incremental', '{% if ⟦is_incre‸mental⟧() %}', 'dbt/macros is_incremental'],
      ['run_query', "{% set x = ⟦run_‸query⟧('select 1') %}", 'dbt/macros run_query'],
      ['a call block', "{% call ⟦state‸ment⟧('x') %}", 'dbt/macros statement'],
      ['across databases', "{{ dbt.⟦date‸add⟧('day', 1, 'x') }}", 'dbt/macros dateadd'],
      ['a package', "{{ dbt_utils.⟦st‸ar⟧(from=ref('a')) }}", 'dbt-packages/macros dbt_utils.star'],
      ['an argument of it', "{{ dbt_utils.star(from=⟦re‸f⟧('a')) }}", 'dbt/context ref'],
      ['a package of someone else', "{{ shop.dat‸eadd('a') }}"],
      ['an unknown macro of a package', '{{ dbt_utils.nothi‸ng() }}'],
      ['the package itself', '{{ dbt_‸utils.star() }}'],
      ['not called', '{{ dbt.date‸add }}'],
      ['a materialization', '{{ incre‸mental() }}'],
    ]);
  });

  describe('arguments by their name', () => {
    itRefers(model, [
      ['of a macro', "{{ dbt.date_trunc(⟦date‸part⟧='day', date='x') }}", 'dbt/macros date_trunc'],
      ['of a package', "{{ dbt_utils.star(from=ref('a'), ⟦exc‸ept⟧=['b']) }}", 'dbt-packages/macros dbt_utils.star'],
      ['its first', "{{ dbt_utils.star(⟦fr‸om⟧=ref('a')) }}", 'dbt-packages/macros dbt_utils.star'],
      ['over lines', '{{\n  dateadd(\n    ⟦inter‸val⟧ = 1\n  )\n}}', 'dbt/macros dateadd'],
      ['of a function', '{% do log("x", ⟦in‸fo⟧=True) %}', 'dbt/context log'],
      ['in a hook', '{{ config(post_hook="{{ dateadd(⟦inter‸val⟧=1) }}") }}', 'dbt/macros dateadd'],
      ['of an inner call', '{{ f(a=dateadd(⟦inter‸val⟧=1)) }}', 'dbt/macros dateadd'],
      ['that it does not take', "{{ dbt.date_trunc(interv‸al='day') }}"],
      ['a key in a dictionary', "{{ dbt.date_trunc({'date‸part': 'day'}) }}"],
      ['compared', '{{ dateadd(interv‸al == 1) }}'],
      ['of an unknown macro', "{{ shop.date_trunc(date‸part='day') }}"],
      ['of an unknown macro of a package', '{{ dbt_utils.nothing(fr‸om=1) }}'],
      ['of a macro of the file', '{% macro dateadd(interval) %}{% endmacro %}{{ dateadd(interv‸al=1) }}'],
      ['of what a call gives', "{{ adapter.dispatch('dateadd')(interv‸al=1) }}"],
      ['of a method', '{{ x.dateadd(interv‸al=1) }}'],
      ['in a definition', '{% macro dateadd(interv‸al=1) %}{% endmacro %}'],
      ['a variable that is set', '{% set interv‸al=1 %}'],
    ]);
  });

  describe('configuration', () => {
    itRefers(model, [
      ['a key', "{{ config(⟦material‸ized⟧='table') }}", key('model.materialized')],
      ['over lines', "{{\n  config(\n    a=[1, 2],\n    ⟦unique_‸key⟧ = 'id'\n  )\n}}", key('model.unique_key')],
      ['a key in a dictionary', '{{ config({"tags": ["x"], "⟦sche‸ma⟧": "orgm"}) }}', key('model.schema')],
      ['a value in a dictionary', "{{ config({'materialized': '⟦ta‸ble⟧'}) }}", key('model.materialized')],
      ['deeper in a dictionary', "{{ config({'meta': {'sche‸ma': 1}}) }}"],
      ['a dictionary behind another argument', "{{ config(a, {'sche‸ma': 1}) }}"],
      ['a dictionary of another call', "{{ other({'sche‸ma': 1}) }}"],
      ['a hook', "{{ config(⟦pre_‸hook⟧=['x']) }}", key('model.pre-hook')],
      ['a value', "{{ config(materialized='⟦incre‸mental⟧') }}", key('model.materialized')],
      ['in double quotes', '{{ config(materialized = "⟦ta‸ble⟧") }}', key('model.materialized')],
      ['on_schema_change', "{{ config(on_schema_change='⟦append_new‸_columns⟧') }}", key('model.on_schema_change')],
      ['a strategy', "{{ config(x=1, incremental_strategy='⟦mer‸ge⟧') }}", key('model.incremental_strategy')],
      ['one adapter', '{{ config(⟦grant_acc‸ess_to⟧=[]) }}', 'dbt/adapters bigquery.config.grant_access_to'],
      ['read', "{{ config.get('⟦material‸ized⟧') }}", key('model.materialized')],
      ['an adapter’s key that is read', "{{ config.get('query_‸tag') }}"],
      ['a key that several adapters have', '{{ config(partition‸_by=[]) }}'],
      ['a key of the project', '{{ config(my_‸key=1) }}'],
      ['a value of the project', "{{ config(materialized='my_o‸wn') }}"],
      ['a value of a free key', "{{ config(alias='re‸f') }}"],
      ['a value in a list', "{{ config(materialized=['ta‸ble']) }}"],
      ['a key in a dictionary', "{{ config(meta={'materiali‸zed': 1}) }}"],
      ['another call', "{{ other(material‸ized='table') }}"],
      ['a method', "{{ x.config(material‸ized='table') }}"],
      ['an inner call', "{{ config(x=dict(material‸ized='table')) }}"],
      ['a part of a value', "{{ config(materialized='ta‸ble' if x else 'view') }}"],
    ]);
    itRefers(snapshot, [
      ['a snapshot', "{% snapshot a %}{{ config(⟦stra‸tegy⟧='check') }}", key('snapshot.strategy')],
      ['its definition', '{% snapshot re‸f %}{% endsnapshot %}'],
    ]);
    itRefers(test, [
      ['a test', "{{ config(⟦sever‸ity⟧='warn') }}", key('data_test.severity')],
      ['its value', "{{ config(severity='⟦wa‸rn⟧') }}", key('data_test.severity')],
    ]);
    itRefers(macro, [
      ['a generic test', "{% test a(model) %}{{ config(⟦sever‸ity⟧='warn') }}", key('data_test.severity')],
      ['no key of a model', "{{ config(sever‸ity='warn') }}"],
    ]);
  });

  describe('other files', () => {
    itRefers(query, [
      ['a variable of Airflow', "where x = '{{ va‸r('x') }}'"],
      ['a name that Airflow has too', '{{ tar‸get }}'],
      ['a ref says that it is dbt', "from {{ ref('a') }} where {{ ⟦va‸r⟧('x') }}", 'dbt/context var'],
    ]);
  });

  itSurvivesAsking(model, [
    "{% set a = {'b': {'c': 1}} %}{{ config(materialized='table', post_hook=\"x {{ this }}\") }} {# n #} select {{ dbt.dateadd('day', 1) }}",
    '{% macro a(b, c=d("e")) -%} {{ return(target.name) }} {%- endmacro %}',
  ]);
});
