import { itHovers, type HoverFile } from './hovers';

const model: HoverFile = { path: 'models/a.sql', languageId: 'sql' };

describe('The hover of an argument of a macro', () => {
  const known: [title: string, marked: string, expected: string[]][] = [
    [
      'whose meaning is known',
      "{{ dbt.dateadd(⟦date‸part⟧='day', interval=1, from_date_or_timestamp='x') }}",
      [
        'Unit: day, week, month, hour and so on.',
        '```python\ndateadd(datepart, interval, from_date_or_timestamp)\n```',
        '`datepart` of `dateadd`',
        'Related: `datediff`, `date_trunc` · [Documentation ↗](https://docs.getdbt.com/reference/dbt-jinja-functions/cross-database-macros)',
      ],
    ],
    [
      'with a default',
      "{{ dbt_utils.star(from=ref('a'), ⟦suf‸fix⟧='_x') }}",
      [
        "Text after each column's new name.",
        "```python\ndbt_utils.star(from, relation_alias=False, except=[], prefix='', suffix='', quote_identifiers=True, unquote_aliases=False, rename={})\n```",
        "`suffix=''` of `dbt_utils.star`",
        'Related: `dbt_utils.get_filtered_columns_in_relation` · [Documentation ↗](https://github.com/dbt-labs/dbt-utils)',
      ],
    ],
    [
      'that nobody wrote of',
      "{{ dbt.cast(⟦fi‸eld⟧='x', type='int') }}",
      [
        '```python\ncast(field, type)\n```',
        '`field` of `cast`',
        'Related: `safe_cast` · [Documentation ↗](https://docs.getdbt.com/reference/dbt-jinja-functions/cross-database-macros)',
      ],
    ],
  ];
  for (const [title, marked, expected] of known) it(title, () => itHovers(model, marked, expected));
});
