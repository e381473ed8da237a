import { itHovers, type HoverFile } from '../hovers';
import { dbtWorkspace } from './memoryFiles';

const { workspace } = dbtWorkspace({
  'dbt_project.yml': 'name: shop\nmacro-paths: [macros]\n',
  'macros/tests/positive.sql':
    "{# {% test commented(model) %} #}\n{%- test positive(model, column_name, least = 0, names=['a, b', ')']) -%}\nselect 1\n{%- endtest -%}",
  'macros/old.sql':
    '{% macro test_old_form(model, days) %}{% endmacro %}{% macro default__test_old_form(model) %}{% endmacro %}',
  'macros/twice.sql': '{% test twice(model) %}{% endtest %}{% test broken(model',
  'macros/_macros.yml':
    'macros:\n  - name: test_positive\n    description: No value is below zero.\n    arguments:\n      - name: least\n        description: The *least* value.\n',
  'tests/generic/twice.sql': '{% test twice(model) %}{% endtest %}',
  'tests/generic/unique.sql': '{% data_test unique(model, column_name) %}{% enddata_test %}',
  'tests/singular.sql': '{% test not_there(model) %}{% endtest %}',
  'models/a.sql': '{% test in_a_model(model) %}{% endtest %}',
  'vendor/tools/dbt_project.yml': 'name: tools\n',
  'vendor/tools/macros/a.sql': '{% test fresh(model, hours=24) %}{% endtest %}',
});
const yaml: HoverFile = {
  dbtResource: workspace.resourceOf.bind(workspace),
  path: 'models/a.yml',
  languageId: 'yaml',
};
const tests = 'models:\n  - name: a\n    columns:\n      - name: b\n        data_tests:\n';
const positive = [
  '**positive** · generic test',
  'No value is below zero\\.',
  "`positive(model, column_name, least=0, names=['a, b', ')'])`",
  '`macros/tests/positive.sql` · properties in `macros/_macros.yml`',
];
const least = [
  '`least=0` of `positive`',
  'The \\*least\\* value\\.',
  '`macros/tests/positive.sql` · properties in `macros/_macros.yml`',
];

describe('The hover of a generic test that the project defines', () => {
  const known: [title: string, marked: string, expected: string[]][] = [
    ['its name', `${tests}          - ⟦posi‸tive⟧\n`, positive],
    ['its name with arguments', `${tests}          - ⟦posi‸tive⟧:\n              least: 1\n`, positive],
    ['in flow style', `${tests.trimEnd()} [unique, ⟦posi‸tive⟧]\n`, positive],
    ['an argument', `${tests}          - positive:\n              ⟦le‸ast⟧: 1\n`, least],
    [
      'below arguments',
      `${tests}          - positive:\n              arguments:\n                ⟦le‸ast⟧: 1\n`,
      least,
    ],
    ['beside its name', `${tests}          - test_name: positive\n            ⟦le‸ast⟧: 1\n`, least],
    [
      'by its old form',
      `${tests}          - ⟦old_‸form⟧\n`,
      ['**old\\_form** · generic test', '`old_form(model, days)`', '`macros/old.sql`'],
    ],
    [
      'one that hides dbt’s',
      `${tests}          - ⟦uni‸que⟧\n`,
      ['**unique** · generic test', '`unique(model, column_name)`', '`tests/generic/unique.sql`'],
    ],
    [
      'of another project of the workspace',
      `${tests}          - ⟦tools.fr‸esh⟧\n`,
      ['**fresh** · generic test', '`fresh(model, hours=24)`', '`vendor/tools/macros/a.sql`'],
    ],
  ];
  for (const [title, marked, expected] of known) it(title, () => itHovers(yaml, marked, expected));

  const silent: [title: string, marked: string][] = [
    ['one that is defined twice', `${tests}          - twi‸ce\n`],
    ['one that is not closed', `${tests}          - bro‸ken\n`],
    ['one in a comment', `${tests}          - comm‸ented\n`],
    ['one where dbt does not look', `${tests}          - not_‸there\n`],
    ['one in a model', `${tests}          - in_a_‸model\n`],
    ['a test of an unknown package', `${tests}          - other.posi‸tive\n`],
    ['an argument that it does not take', `${tests}          - positive:\n              mo‸st: 1\n`],
    ['what dbt gives it', `${tests}          - positive:\n              mod‸el: x\n`],
    ['its name elsewhere', 'models:\n  - name: a\n    tags: [posi‸tive]\n'],
  ];
  for (const [title, marked] of silent) it(`is silent on ${title}`, () => itHovers(yaml, marked, null));
});
