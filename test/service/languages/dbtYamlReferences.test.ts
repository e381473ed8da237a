import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguages } from '../../../src/service/languages';
import type { FileKind } from './mentions';
import { itRefers, itSurvivesAsking } from './references';

const schema: FileKind = { key: 'yaml', path: 'models/schema.yml' };
const project: FileKind = { key: 'yaml', path: 'dbt_project.yml' };
const packages: FileKind = { key: 'yaml', path: 'packages.yml' };
const profiles: FileKind = { key: 'yaml', path: 'profiles.yml' };
const other: FileKind = { key: 'yaml', path: 'values.yaml' };

const key = (name: string) => `dbt/keys ${name}`;
const models = 'version: 2\nmodels:\n  - name: orders\n';
const sources = 'version: 2\nsources:\n  - name: shop\n';

describe('Names of dbt in YAML', () => {
  describe('properties', () => {
    itRefers(schema, [
      ['of a model', `${models}    ⟦descrip‸tion⟧: x`, key('properties.models.description')],
      ['its first', 'version: 2\nmodels:\n  - ⟦na‸me⟧: orders', key('properties.models.name')],
      [
        'of a column',
        `${models}    columns:\n      - name: id\n        ⟦data_‸type⟧: int`,
        key('properties.columns.data_type'),
      ],
      ['of a version', `${models}    versions:\n      - ⟦‸v⟧: 1`, key('properties.models.versions.v')],
      ['of a source', `${sources}    ⟦load‸er⟧: x`, key('properties.sources.loader')],
      ['of a table', `${sources}    tables:\n      - ⟦identi‸fier⟧: x`, key('properties.sources.tables.identifier')],
      [
        'freshness',
        `${sources}    freshness:\n      ⟦warn_‸after⟧: {count: 1}`,
        key('type.FreshnessThreshold.warn_after'),
      ],
      [
        'in flow style',
        `${sources}    freshness:\n      warn_after: {count: 1, ⟦peri‸od⟧: day}`,
        key('type.Time.period'),
      ],
      ['its value', `${sources}    freshness:\n      warn_after:\n        period: ⟦da‸y⟧`, key('type.Time.period')],
      ['an exposure', 'version: 2\nexposures:\n  - name: x\n    type: ⟦dash‸board⟧', key('properties.exposures.type')],
      [
        'a unit test',
        'version: 2\nunit_tests:\n  - name: x\n    given:\n      - ⟦inp‸ut⟧: ref("a")',
        key('type.UnitTestInputFixture.input'),
      ],
      [
        'a function without braces',
        `${models}    columns:\n      - name: a\n        tests:\n          - relationships:\n              to: ⟦r‸ef⟧('b')`,
        'dbt/context ref',
      ],
      [
        'an argument of such a function',
        'version: 2\nsemantic_models:\n  - name: a\n    model: ref("b", ⟦‸v⟧=2)',
        'dbt/context ref',
      ],
      ['a text in it', 'version: 2\nsemantic_models:\n  - name: a\n    model: ref("‸v", v=2)'],
      ['a function in a description', `${models}    description: r‸ef('b') is better`],
      ['groups alone', 'groups:\n  - name: a\n    ⟦own‸er⟧: {name: b}', key('properties.groups.owner')],
      ['the root', 'version: 2\nmod‸els:\n  - name: orders'],
      ['an unknown key', `${models}    my_‸own: x`],
      ['in meta', `${models}    meta:\n      descrip‸tion: x`],
      ['in rows', 'version: 2\nunit_tests:\n  - name: x\n    expect:\n      rows:\n        - {for‸mat: 1}'],
      ['a free value', `${models}    description: acc‸ess`],
      ['a comment', `${models}    # descrip‸tion: x`],
      ['text', `${models}    description: |\n      acc‸ess: x`],
      ['another list', 'version: 2\nmodels:\n  - name: a\nothers:\n  - descrip‸tion: x'],
    ]);
  });

  describe('configuration', () => {
    itRefers(schema, [
      ['of a model', `${models}    config:\n      ⟦material‸ized⟧: table`, key('config.model.materialized')],
      ['its value', `${models}    config:\n      materialized: ⟦ta‸ble⟧`, key('config.model.materialized')],
      ['a quoted value', `${models}    config:\n      access: "⟦pri‸vate⟧"`, key('config.model.access')],
      ['a hook', `${models}    config:\n      ⟦pre-‸hook⟧: x`, key('config.model.pre-hook')],
      [
        'a contract',
        `${models}    config:\n      contract:\n        ⟦enfor‸ced⟧: true`,
        key('type.ContractConfig.enforced'),
      ],
      [
        'of a column',
        `${models}    columns:\n      - name: a\n        config:\n          ⟦ta‸gs⟧: x`,
        key('config.column.tags'),
      ],
      [
        'of a table',
        `${sources}    tables:\n      - name: a\n        config:\n          ⟦event_‸time⟧: x`,
        key('config.source.event_time'),
      ],
      [
        'an adapter',
        `${models}    config:\n      ⟦grant_acc‸ess_to⟧: []`,
        'dbt/adapters bigquery.config.grant_access_to',
      ],
      ['a value of the project', `${models}    config:\n      materialized: my_‸own`],
      ['grants', `${models}    config:\n      grants:\n        sel‸ect: [x]`],
      ['a key of another resource', `${models}    config:\n      sever‸ity: warn`],
    ]);
  });

  describe('constraints', () => {
    const column = `${models}    columns:\n      - name: id\n        constraints:\n`;
    const constraint = (name: string) => key(`type.ModelLevelConstraint.${name}`);
    itRefers(schema, [
      ['the type', `${models}    constraints:\n      - ⟦ty‸pe⟧: check`, constraint('type')],
      ['its value', `${models}    constraints:\n      - type: ⟦primary‸_key⟧`, constraint('type')],
      ['columns', `${models}    constraints:\n      - type: unique\n        ⟦col‸umns⟧: [a]`, constraint('columns')],
      ['of a column', `${column}          - type: check\n            ⟦express‸ion⟧: x > 1`, constraint('expression')],
      ['its type', `${column}          - type: ⟦not‸_null⟧`, constraint('type')],
      [
        'of a version',
        `${models}    versions:\n      - v: 1\n        constraints:\n          - ⟦ty‸pe⟧: check`,
        constraint('type'),
      ],
      ['an unknown type', `${column}          - type: prim‸ary`],
      ['an unknown key', `${column}          - type: check\n            my_‸own: 1`],
      ['of a source', `${sources}    constraints:\n      - ty‸pe: check`],
    ]);
  });

  describe('tests', () => {
    const column = `${models}    columns:\n      - name: id\n        data_tests:\n`;
    itRefers(schema, [
      ['a name', `${column}          - ⟦uni‸que⟧`, 'dbt/macros test_unique'],
      [
        'with arguments',
        `${column}          - ⟦accepted_‸values⟧:\n              values: [a]`,
        'dbt/macros test_accepted_values',
      ],
      [
        'its configuration',
        `${column}          - unique:\n              config:\n                ⟦sever‸ity⟧: warn`,
        key('config.data_test.severity'),
      ],
      [
        'its value',
        `${column}          - unique:\n              config:\n                severity: ⟦wa‸rn⟧`,
        key('config.data_test.severity'),
      ],
      ['its own name', `${column}          - unique:\n              ⟦na‸me⟧: x`, key('test.name')],
      ['its description', `${column}          - unique:\n              ⟦descrip‸tion⟧: x`, key('test.description')],
      ['a name among arguments', `${column}          - unique:\n              arguments:\n                na‸me: x`],
      ['what dbt gives a test', `${column}          - unique:\n              mod‸el: x`],
      ['among the arguments', `${column}          - unique:\n              ⟦whe‸re⟧: x`, key('config.data_test.where')],
      [
        'of a package',
        `${models}    tests:\n      - ⟦dbt_utils.equal‸_rowcount⟧:\n          compare_model: x`,
        'dbt-packages/macros dbt_utils.test_equal_rowcount',
      ],
      ['of the project', `${column}          - my_te‸st`],
      [
        'an argument',
        `${column}          - accepted_values:\n              ⟦val‸ues⟧: [a]`,
        'dbt/macros test_accepted_values',
      ],
      [
        'below arguments',
        `${column}          - relationships:\n              arguments:\n                ⟦fie‸ld⟧: id`,
        'dbt/macros test_relationships',
      ],
      ['arguments', `${column}          - unique:\n              ⟦argu‸ments⟧: {}`, key('test.arguments')],
      ['its own configuration', `${column}          - unique:\n              ⟦con‸fig⟧: {}`, key('test.config')],
      [
        'store_failures',
        `${column}          - unique: {⟦store_‸failures⟧: true}`,
        key('config.data_test.store_failures'),
      ],
      [
        'an argument of a package’s test',
        `${models}    data_tests:\n      - dbt_utils.accepted_range:\n          ⟦min_‸value⟧: 1`,
        'dbt-packages/macros dbt_utils.test_accepted_range',
      ],
      [
        'of a seed',
        'version: 2\nseeds:\n  - name: a\n    columns:\n      - name: b\n        data_tests: [⟦not_‸null⟧]',
        'dbt/macros test_not_null',
      ],
      [
        'of a table of a source',
        `${sources}    tables:\n      - name: a\n        columns:\n          - name: b\n            tests:\n              - accepted_values:\n                  ⟦quo‸te⟧: false`,
        'dbt/macros test_accepted_values',
      ],
      ['its name beside arguments', `${column}          - ⟦test_‸name⟧: unique`, key('test.test_name')],
      ['as a value', `${column}          - test_name: ⟦uni‸que⟧`, 'dbt/macros test_unique'],
      [
        'an argument beside its name',
        `${column}          - name: x\n            test_name: accepted_values\n            ⟦val‸ues⟧: [a]`,
        'dbt/macros test_accepted_values',
      ],
      [
        'configuration beside its name',
        `${column}          - ⟦wh‸ere⟧: x\n            test_name: unique`,
        key('config.data_test.where'),
      ],
      [
        'not of the entry above',
        `${column}          - test_name: accepted_values\n            values: [a]\n          - val‸ues: [a]`,
      ],
      ['no argument of this test', `${column}          - not_null:\n              val‸ues: [a]`],
      ['inside of an argument', `${column}          - accepted_values:\n              values: {val‸ues: 1}`],
      [
        'of a macro',
        'version: 2\nmacros:\n  - name: a\n    arguments:\n      - name: b\n        data_tests: [uni‸que]',
      ],
      ['tags are no tests', `${models}    tags:\n      - uni‸que`],
    ]);
  });

  describe('dbt_project.yml', () => {
    itRefers(project, [
      ['a key', 'name: x\n⟦model-pa‸ths⟧: [models]', key('project.model-paths')],
      ['models', 'name: x\n⟦mod‸els⟧:\n  x:\n    +enabled: true', key('project.models')],
      [
        'configuration',
        'models:\n  shop:\n    staging:\n      ⟦+material‸ized⟧: view',
        key('config.model.materialized'),
      ],
      ['its value', 'models:\n  shop:\n    +materialized: ⟦vi‸ew⟧', key('config.model.materialized')],
      ['seeds', 'seeds:\n  ⟦+quote_col‸umns⟧: true', key('config.seed.quote_columns')],
      ['tests', 'data_tests:\n  ⟦+sever‸ity⟧: warn', key('config.data_test.severity')],
      ['inside', 'models:\n  +docs:\n    ⟦node_‸color⟧: red', key('type.Docs.node_color')],
      ['a flag', 'flags:\n  ⟦fail_‸fast⟧: true', key('flags.fail_fast')],
      ['Jinja', 'models:\n  +schema: "{{ ⟦env_‸var⟧(\'X\') }}"', 'dbt/context env_var'],
      ['Jinja of a hook', 'on-run-end:\n  - "grant {{ ⟦tar‸get⟧.name }}"', 'dbt/context target'],
      ['text beside it', 'models:\n  +schema: "va‸r {{ env_var(\'X\') }}"'],
      ['a folder', 'models:\n  shop:\n    materi‸alized: view'],
      ['a variable', 'vars:\n  mod‸els: x'],
      ['an unknown key', 'my-‸key: x'],
      ['its own name', 'name: mod‸els'],
    ]);
  });

  describe('packages.yml and profiles.yml', () => {
    itRefers(packages, [
      ['a package', 'packages:\n  - ⟦pack‸age⟧: dbt-labs/dbt_utils', key('packages.package.package')],
      ['its version', 'packages:\n  - package: x\n    ⟦ver‸sion⟧: 1.0.0', key('packages.package.version')],
      ['git', 'packages:\n  - git: x\n    ⟦revi‸sion⟧: main', key('packages.git.revision')],
      ['the root', 'pack‸ages:\n  - git: x'],
      ['a value', 'packages:\n  - package: ver‸sion'],
      ['projects', 'projects:\n  - na‸me: x'],
    ]);
    itRefers({ key: 'yaml', path: 'ci/sample.profiles.yml' }, [
      [
        'a sample',
        'shop:\n  outputs:\n    dev:\n      type: postgres\n      ⟦thre‸ads⟧: 4',
        key('profile.outputs.threads'),
      ],
      ['profiles of something else', 'shop:\n  outputs: {}\n  dev:\n    thre‸ads: 4'],
    ]);
    itRefers(profiles, [
      ['the target', 'shop:\n  ⟦tar‸get⟧: dev', key('profile.target')],
      ['the old place of flags', '⟦con‸fig⟧:\n  fail_fast: true', key('project.flags')],
      ['a flag at its old place', 'config:\n  ⟦fail_‸fast⟧: true', key('flags.fail_fast')],
      ['an unknown flag', 'config:\n  my_‸own: true'],
      ['a profile', 'sh‸op:\n  target: dev'],
      ['threads', 'shop:\n  outputs:\n    dev:\n      ⟦thre‸ads⟧: 4', key('profile.outputs.threads')],
      [
        'of the adapter',
        'shop:\n  outputs:\n    dev:\n      type: postgres\n      ⟦sslmo‸de⟧: x\n    b:\n      type: duckdb',
        'dbt/adapters postgres.profile.sslmode',
      ],
      [
        'of another one',
        'shop:\n  outputs:\n    dev:\n      type: duckdb\n      sslmo‸de: x\n    b:\n      type: postgres',
      ],
      [
        'by its other name',
        'shop:\n  outputs:\n    dev:\n      type: bigquery\n      ⟦proj‸ect⟧: x',
        'dbt/adapters bigquery.profile.database',
      ],
      ['a name that another adapter has', 'shop:\n  outputs:\n    dev:\n      type: duckdb\n      proj‸ect: x'],
      ['without a type', 'shop:\n  outputs:\n    dev:\n      sslmo‸de: x'],
    ]);
  });

  it('asks for nothing in a file that is not dbt’s', () => {
    const text = 'models:\n  - name: x\n    config:\n      materialized: table\n+enabled: "{{ ref(1) }}"\n';
    const document = TextDocument.create(`file:///project/${other.path}`, 'yaml', 1, text);
    const language = createLanguages()[other.key];
    for (let offset = 0; offset <= text.length; offset++) assert.equal(language.apiAt?.(document, offset), null);
  });

  itSurvivesAsking(schema, [
    `${models}    config: {materialized: table, tags: ["a", b]}\n    columns:\n      - name: "{{ x('a') }}"\n`,
  ]);
  itSurvivesAsking(profiles, [
    'shop:\n  target: "{{ env_var(\'A\') }}"\n  outputs:\n    dev:\n      type: duckdb\n      path: x\n',
  ]);
});
