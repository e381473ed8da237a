import { strict as assert } from 'node:assert';
import { builtApis } from '../../helpers/catalogue';
import { dbtWorkspace } from '../dbt/memoryFiles';
import { insertedAt, itOffers, itOffersAmongOthers, labelsAt, serviceWith } from './offered';

const materialized = ['view', 'table', 'incremental', 'ephemeral', 'materialized_view'];

describe('Completion in dbt', () => {
  describe('Jinja in SQL', () => {
    itOffersAmongOthers('models/a.sql', [
      [
        'functions and variables',
        'select * from {{ ⟦‸⟧ }}',
        ['ref', 'source', 'this', 'var', 'sql_now'],
        ['dateadd', 'test_unique'],
      ],
      ['half of one', 'select * from {{ ⟦re‸⟧ }}', ['ref']],
      ['an open tag', 'select * from {{ ⟦re‸⟧', ['ref']],
      ['an open tag before others', 'select {{ ⟦re‸⟧\nfrom {{ ref("a") }}', ['ref']],
      ['a condition', '{% if ⟦is_‸⟧', ['execute', 'is_incremental']],
      ['an assignment', '{% set x = ⟦‸⟧ %}', ['ref']],
      ['a loop', '{% for x in ⟦‸⟧ %}', ['ref']],
      ['an argument', '{{ log(⟦‸⟧) }}', ['this']],
      ['a hook', '{{ config(post_hook="drop {{ ⟦th‸⟧ }}") }}', ['this']],
      ['members', '{{ target.⟦‸⟧ }}', ['name', 'threads'], ['ref']],
      ['members of members', '{{ modules.datetime.⟦da‸⟧ }}', ['date', 'datetime']],
      ['builtins', '{{ builtins.⟦‸⟧ }}', ['ref']],
      ['a package', '{{ dbt_utils.⟦st‸⟧ }}', ['star', 'union_relations'], ['test_recency', 'recency']],
      ['macros across databases', '{{ dbt.⟦date‸⟧ }}', ['dateadd', 'datediff'], ['create_table_as', 'test_unique']],
      ['keys', '{{ config(⟦‸⟧) }}', ['materialized', 'pre_hook'], ['pre-hook', 'cluster_by', 'ref']],
      ['a further key', "{{ config(materialized='table', ⟦un‸⟧) }}", ['unique_key']],
      ['keys over lines', "{{\n  config(\n    materialized='table',\n    ⟦un‸⟧\n  )\n}}", ['unique_key']],
      ['a key that is read', "{{ config.get('⟦mat‸⟧') }}", ['materialized']],
    ]);
    itOffers('models/a.sql', [
      ['a value', "{{ config(materialized='⟦‸⟧') }}", materialized],
      ['in double quotes', '{{ config(materialized="⟦ta‸⟧") }}', materialized],
      ['in its middle', "{{ config(materialized='⟦ta‸ble⟧', x=1) }}", materialized],
      ['without a closing quote', "{{ config(materialized='⟦ta‸⟧\nselect 1", materialized],
      ['a model', "{{ ref('‸') }}"],
      ['a string', "{{ log('‸') }}"],
      ['a filter', '{{ x | ‸ }}'],
      ['behind a value', '{{ ref("a") ‸ }}'],
      ['behind a name', '{{ this ‸ }}'],
      ['a statement', '{% ‸ %}'],
      ['a name of a macro', '{% macro ‸'],
      ['a target of an assignment', '{% set ‸ = 1 %}'],
      ['a variable of a loop', '{% for ‸ in x %}'],
      ['members of the reader’s own', '{% set target = 1 %}{{ target.‸ }}'],
      ['members of a call', "{{ ref('a').‸ }}"],
      ['an unknown package', '{{ shop.‸ }}'],
      ['SQL', "select ‸ from {{ ref('a') }}"],
      ['a word of SQL', "select re‸ from {{ ref('a') }}"],
      ['a comment', '{# {{ re‸ #}'],
      ['raw', '{% raw %}{{ re‸ }}{% endraw %}'],
    ]);
    itOffers('queries/report.sql', [['Jinja of somebody else', 'select {{ ‸ }}']]);
    itOffers('snapshots/a.sql', [
      ['a snapshot', "{% snapshot a %}{{ config(strategy='⟦‸⟧') }}", ['timestamp', 'check']],
    ]);

    it('leaves out what the template has a meaning of its own for', async () => {
      const labels = await labelsAt('models/a.sql', '{% set target = 1 %}{{ ⟦‸⟧ }}');
      assert.equal(labels.includes('target'), false);
    });

    it('writes the sign of a keyword that has none, and quotes where they are missing', async () => {
      assert.equal(await insertedAt('models/a.sql', '{{ config(⟦mat‸⟧) }}', 'materialized'), 'materialized=');
      assert.equal(await insertedAt('models/a.sql', "{{ config(⟦mat‸⟧='x') }}", 'materialized'), 'materialized');
      assert.equal(await insertedAt('models/a.sql', '{{ config(materialized=⟦‸⟧) }}', 'table'), "'table'");
      assert.equal(await insertedAt('models/a.sql', '{{ config(enabled=⟦‸⟧) }}', 'true'), 'true');
    });

    const snowflake = serviceWith({ 'dbt-snowflake': '1.12.0' });
    itOffersAmongOthers(
      'models/a.sql',
      [
        ['keys of the adapter that is installed', '{{ config(⟦‸⟧) }}', ['cluster_by', 'materialized'], ['partitions']],
        ['its materializations', "{{ config(materialized='⟦‸⟧') }}", ['view', 'dynamic_table'], ['streaming_table']],
      ],
      { service: snowflake },
    );
  });

  describe('files of properties', () => {
    const model = 'version: 2\nmodels:\n  - name: a\n';
    itOffersAmongOthers('models/schema.yml', [
      ['the root', `${model}\n⟦‸⟧\n`, ['sources', 'exposures'], ['models']],
      ['a first key', 'models:\n  - ⟦‸⟧\n', ['columns', 'name'], ['materialized']],
      ['a further key', `${model}    ⟦desc‸⟧\n`, ['description'], ['name']],
      [
        'an empty line',
        `${model}    description: x\n    ⟦‸⟧\n    columns:\n      - name: b\n`,
        ['config'],
        ['name', 'description', 'columns'],
      ],
      ['a key that is there', 'models:\n  - name: a\n    ⟦des‸cription⟧: x\n', ['description']],
      ['configuration', `${model}    config:\n      ⟦mat‸⟧\n`, ['materialized', 'pre-hook'], ['columns']],
      [
        'columns',
        `${model}    columns:\n      - name: b\n        ⟦‸⟧\n`,
        ['data_tests', 'data_type'],
        ['name', 'columns'],
      ],
      [
        'a test',
        `${model}    data_tests:\n      - accepted_values:\n          ⟦‸⟧\n`,
        ['arguments', 'severity'],
        ['materialized'],
      ],
      ['a source', 'sources:\n  - name: a\n    ⟦‸⟧\n', ['database', 'schema', 'tables'], ['materialized', 'name']],
      [
        'a table',
        'sources:\n  - name: a\n    tables:\n      - name: b\n        ⟦‸⟧\n',
        ['columns', 'identifier'],
        ['tables'],
      ],
      ['freshness', 'sources:\n  - name: a\n    freshness:\n      ⟦‸⟧\n', ['error_after', 'warn_after']],
      ['an exposure', 'exposures:\n  - name: a\n    ⟦‸⟧\n', ['maturity', 'owner', 'type']],
      ['a semantic model', 'semantic_models:\n  - name: a\n    ⟦‸⟧\n', ['dimensions', 'entities', 'measures']],
      ['a unit test', 'unit_tests:\n  - name: a\n    ⟦‸⟧\n', ['expect', 'given', 'model']],
      ['a seed', 'seeds:\n  - name: a\n    config:\n      ⟦‸⟧\n', ['delimiter', 'quote_columns']],
      ['a snapshot', 'snapshots:\n  - name: a\n    config:\n      ⟦‸⟧\n', ['strategy', 'updated_at']],
      ['Jinja in a value', `${model}    description: "{{ ⟦do‸⟧ }}"\n`, ['doc']],
    ]);
    itOffers('models/schema.yml', [
      [
        'tests',
        `${model}    columns:\n      - name: b\n        data_tests:\n          - ⟦‸⟧\n`,
        ['accepted_values', 'not_null', 'relationships', 'unique'],
      ],
      ['a value', `${model}    config:\n      materialized: ⟦‸⟧\n`, materialized],
      ['half of a value', `${model}    config:\n      materialized: ⟦ta‸⟧\n`, materialized],
      ['in its middle', `${model}    config:\n      materialized: ⟦ta‸ble⟧ # why\n`, materialized],
      ['in quotes', `${model}    config:\n      materialized: "⟦ta‸⟧"\n`, materialized],
      ['true or false', `${model}    config:\n      enabled: ⟦‸⟧\n`, ['true', 'false']],
      [
        'the kind of an exposure',
        'exposures:\n  - name: a\n    type: ⟦‸⟧\n',
        ['dashboard', 'notebook', 'analysis', 'ml', 'application'],
      ],
      [
        'the severity of a test',
        `${model}    data_tests:\n      - unique:\n          severity: ⟦‸⟧\n`,
        ['error', 'warn'],
      ],
      ['a free value', `${model}    description: ‸\n`],
      ['a name', 'models:\n  - name: ‸\n'],
      ['text of several lines', `${model}    description: |\n      mat‸\n`],
      ['text that goes on', `${model}    description: some\n      mat‸\n`],
      ['keys of the reader', `${model}    meta:\n      ‸\n`],
      ['a comment', `${model}    # desc‸\n`],
      ['two words', `${model}    some desc‸\n`],
      ['tabs', `${model}\tdesc‸\n`],
    ]);
    itOffers('values.yaml', [['a file of somebody else', 'models:\n  - name: a\n    ‸\n']]);
    itOffers('models/schema.yml', [['a space that indents', `${model}    ‸\n`]], { trigger: ' ' });
    itOffers(
      'models/schema.yml',
      [['a space behind a key', `${model}    config:\n      materialized: ⟦‸⟧\n`, materialized]],
      {
        trigger: ' ',
      },
    );

    it('writes the colon of a key, and a space where a value follows', async () => {
      const config = `${model}    config:\n      ⟦mat‸⟧`;
      assert.equal(await insertedAt('models/schema.yml', config, 'materialized'), 'materialized: ');
      assert.equal(await insertedAt('models/schema.yml', `${config}: x`, 'materialized'), 'materialized');
      assert.equal(await insertedAt('models/schema.yml', `${model}    ⟦col‸⟧`, 'columns'), 'columns:');
    });
  });

  describe('generic tests', () => {
    const { workspace } = dbtWorkspace({
      'dbt_project.yml': 'name: shop\n',
      'macros/positive.sql': '{% test positive(model, column_name, least=0) %}{% endtest %}',
      'tests/generic/accepted_values.sql': '{% test accepted_values(model, allowed) %}{% endtest %}',
    });
    const service = serviceWith({}, builtApis, {
      dbtTests: () => workspace.testsOf('file:///project/models/schema.yml'),
      usesDbtPackage: (_, name) => name === 'dbt_utils',
    });
    const tests = 'models:\n  - name: a\n    data_tests:\n';
    itOffersAmongOthers(
      'models/schema.yml',
      [
        [
          'the project’s, dbt’s, and those of its packages',
          `${tests}      - ⟦‸⟧\n`,
          ['accepted_values', 'not_null', 'positive', 'dbt_utils.recency'],
          ['dbt_expectations.expect_column_to_exist', 'dbt_utils.star'],
        ],
        [
          'arguments of the project’s',
          `${tests}      - positive:\n          ⟦‸⟧\n`,
          ['arguments', 'severity', 'least'],
          ['model', 'column_name'],
        ],
        ['of one that hides dbt’s', `${tests}      - accepted_values:\n          ⟦‸⟧\n`, ['allowed'], ['values']],
      ],
      { service },
    );
    itOffers(
      'models/schema.yml',
      [
        ['below arguments', `${tests}      - positive:\n          arguments:\n            ⟦‸⟧\n`, ['least']],
        ['of an unknown one', `${tests}      - nothing:\n          arguments:\n            ‸\n`],
        [
          'of a package’s',
          `${tests}      - dbt_utils.recency:\n          arguments:\n            field: x\n            ⟦‸⟧\n`,
          ['datepart', 'interval', 'ignore_time_component', 'group_by_columns'],
        ],
      ],
      { service },
    );
    itOffers('models/schema.yml', [
      ['dbt’s own', `${tests}      - relationships:\n          arguments:\n            ⟦‸⟧\n`, ['to', 'field']],
      [
        'no packages where nothing tells of them',
        `${tests}      - ⟦dbt_u‸⟧\n`,
        ['accepted_values', 'not_null', 'relationships', 'unique'],
      ],
    ]);
    itOffersAmongOthers(
      'models/schema.yml',
      [['no arguments before 1.10', `${tests}      - unique:\n          ⟦‸⟧\n`, ['config'], ['arguments']]],
      { service: serviceWith({ 'dbt-core': '1.9.4' }) },
    );

    it('writes a colon behind an argument', async () => {
      const marked = `${tests}      - relationships:\n          arguments:\n            ⟦t‸⟧`;
      assert.equal(await insertedAt('models/schema.yml', marked, 'to'), 'to: ');
    });
  });

  describe('the other files', () => {
    itOffersAmongOthers('dbt_project.yml', [
      ['the root', 'name: a\n⟦‸⟧\n', ['model-paths', 'models', 'profile'], ['name']],
      ['configuration', 'models:\n  shop:\n    ⟦+mat‸⟧\n', ['+materialized', '+pre-hook'], ['materialized']],
      ['below a plus', 'models:\n  +docs:\n    ⟦‸⟧\n', ['node_color', 'show']],
      ['flags', 'flags:\n  ⟦‸⟧\n', ['fail_fast', 'partial_parse']],
    ]);
    itOffers('dbt_project.yml', [
      ['a value', 'models:\n  +materialized: ⟦‸⟧\n', materialized],
      ['a variable', 'vars:\n  ‸\n'],
    ]);
    itOffersAmongOthers('profiles.yml', [
      ['a profile', 'shop:\n  ⟦‸⟧\n', ['outputs', 'target']],
      ['flags at their old place', 'config:\n  ⟦‸⟧\n', ['fail_fast', 'send_anonymous_usage_stats'], ['outputs']],
      [
        'a connection',
        'shop:\n  outputs:\n    dev:\n      type: snowflake\n      ⟦‸⟧\n',
        ['account', 'warehouse'],
        ['type', 'keyfile'],
      ],
      ['a connection without a type', 'shop:\n  outputs:\n    dev:\n      ⟦‸⟧\n', ['threads', 'type'], ['account']],
      ['its type', 'shop:\n  outputs:\n    dev:\n      type: ⟦‸⟧\n', ['bigquery', 'duckdb', 'snowflake']],
      [
        'a method',
        'shop:\n  outputs:\n    dev:\n      type: bigquery\n      method: ⟦‸⟧\n',
        ['oauth', 'service-account'],
      ],
    ]);
    itOffersAmongOthers('packages.yml', [
      ['a package', 'packages:\n  - ⟦‸⟧\n', ['package', 'git', 'local', 'version']],
      ['its version', 'packages:\n  - package: a/b\n    ⟦‸⟧\n', ['git', 'version'], ['package']],
    ]);
  });
});
