import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const model: FileKind = { key: 'sql', path: 'models/staging/stg_orders.sql' };
const query: FileKind = { key: 'sql', path: 'dags/query.sql' };

const sample = `{{ config(materialized='incremental') }}
-- depends on {{ ref('a') }}
select * from {{ source('shop', "orders") }} {# a note #}
{% if is_incremental() %} where at > (select max(at) from {{ this }}) {% endif %};
CREATE TABLE t (id INT) USING delta LOCATION 's3://b/t';
`;

describe('SQL', () => {
  describe('dbt', () => {
    itRecognises(
      model,
      [
        ['ref', "select * from {{ ⟦re‸f⟧('orders') }}", 'dbt'],
        ['source', "select * from {{ ⟦sour‸ce⟧('shop', 'orders') }}", 'dbt'],
        ['config', "{{ ⟦conf‸ig⟧(materialized='table') }}", 'dbt'],
        ['over lines', "{{\n  ⟦conf‸ig⟧(\n    materialized='table'\n  )\n}}", 'dbt'],
        ['is_incremental', '{% if ⟦is_incre‸mental⟧() %}', 'dbt'],
        ['this', 'from {{ ⟦th‸is⟧ }}', 'dbt'],
        ['var', 'where x = \'{{ ⟦va‸r⟧("x") }}\'', 'dbt'],
        ['macro', '{% ⟦mac‸ro⟧ cents(x) %}', 'dbt'],
        ['a test', '{% ⟦te‸st⟧ positive(model, column_name) %}', 'dbt'],
        ['a snapshot', '{%- ⟦snap‸shot⟧ orders_history -%}', 'dbt'],
        ['a test of Jinja', '{% if x is te‸st %}{% endif %}'],
        ['the name of a block', '{% macro te‸st(x) %}'],
        ['with a dash', '{%- ⟦mac‸ro⟧ cents(x) -%}', 'dbt'],
        ['an argument', "{{ dbt_utils.star(from=⟦re‸f⟧('orders')) }}", 'dbt'],
        ['in a comment of SQL', "-- depends on {{ ⟦re‸f⟧('orders') }}", 'dbt'],
        ['a string', "{{ config(alias='re‸f') }}"],
        ['a name in SQL', 'select re‸f from x'],
        ['after Jinja', "{{ x }} re‸f('a')"],
        ['a comment of Jinja', "{# {{ re‸f('a') }} #}"],
        ['after a comment of Jinja', "{# x #} {{ ⟦re‸f⟧('a') }}", 'dbt'],
        ['an attribute', "{{ adapter.re‸f('a') }}"],
        ['a longer name', "{{ re‸fs('a') }}"],
        ['without a call', '{{ re‸f }}'],
        ['a set variable', '{% set th‸is = 1 %}'],
        ['half-typed', '{{ ⟦ref‸⟧(', 'dbt'],
        ['not closed', "select * from {{ ⟦re‸f⟧('orders'\nwhere", 'dbt'],
      ],
      '-- 😀\n',
    );
    itRecognises(
      query,
      [
        ['a call that only dbt has', "select * from {{ ⟦re‸f⟧('x') }}", 'dbt'],
        ['a variable of Airflow', "where x = '{{ va‸r.value.x }}'"],
        ['a function of another user of Jinja', "{{ va‸r('x') }}"],
        ['a macro of another user of Jinja', '{% mac‸ro x() %}'],
        ['a macro beside a ref', "{% ⟦mac‸ro⟧ x() %} {{ ref('a') }}", 'dbt'],
      ],
      '-- 😀\n',
    );
  });

  describe('USING', () => {
    itRecognises(
      query,
      [
        ['a table', 'CREATE TABLE t (id INT)\nUSING ⟦del‸ta⟧', 'delta-lake'],
        ['in lower case', 'create or replace table t using ⟦ice‸berg⟧ as select 1', 'iceberg'],
        ['in upper case', 'CREATE TABLE IF NOT EXISTS t USING ⟦DEL‸TA⟧', 'delta-lake'],
        ['a view', 'CREATE TEMPORARY VIEW v USING ⟦jd‸bc⟧ OPTIONS (url "x")', 'jdbc'],
        ['in a later statement', 'SELECT 1;\nCREATE TABLE t USING ⟦del‸ta⟧', 'delta-lake'],
        ['a merge', 'MERGE INTO t USING del‸ta ON t.id = delta.id'],
        ['a merge after a table', 'CREATE TABLE t USING delta; MERGE INTO t USING del‸ta ON x'],
        ['a join', 'CREATE TABLE t AS SELECT * FROM a JOIN b USING del‸ta'],
        ['a column', 'SELECT del‸ta FROM x'],
        ['a subtraction', 'SELECT del‸ta = a - b'],
        ['a string', "CREATE TABLE t COMMENT 'USING del‸ta'"],
        ['a comment', '-- CREATE TABLE t USING del‸ta'],
        ['a word in a string before', "CREATE TABLE t (a INT COMMENT 'to join') USING ⟦del‸ta⟧", 'delta-lake'],
        ['a format of nobody', 'CREATE TABLE t USING par‸quet'],
        ['half-typed', 'CREATE TABLE t USING ⟦delta‸⟧', 'delta-lake'],
      ],
      '-- 😀\n',
    );
  });

  itSurvivesFuzzing(model, [sample], 3000);
  itStaysFast(model, sample);
  itStaysFast(query, "CREATE TABLE t (a INT COMMENT 'x /* y') USING delta\n");
  itStaysFast(query, '{{ /* using delta ');
});
