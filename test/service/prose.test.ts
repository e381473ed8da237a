import { strict as assert } from 'node:assert';
import { isNamedIn, proseMention } from '../../src/service/prose';
import { readMarked } from '../helpers/marked';
import { namesFrom } from './fixture';

const names = namesFrom({
  prose: { 'Apache Spark': 'spark', PySpark: 'pyspark', BigQuery: 'bigquery', 'Apache Beam': 'beam' },
  proseInContext: { Spark: 'spark', Airflow: 'airflow', Snowflake: 'snowflake' },
});

const cases: [title: string, marked: string, toolId: string | null, context?: string[]][] = [
  ['a full name, at its first word', 'We run ⟦Apa‸che Spark⟧ nightly.', 'spark'],
  ['a full name, at its second word', 'We run ⟦Apache Spa‸rk⟧ nightly.', 'spark'],
  ['at the end of the name', 'on ⟦BigQuery‸⟧.', 'bigquery'],
  ['possessive', "⟦BigQ‸uery⟧'s slots", 'bigquery'],
  ['a short name without context', 'Spa‸rk the discussion', null],
  ['a short name in context', 'the ⟦Spa‸rk⟧ job', 'spark', ['spark']],
  ['a short name in the context of another tool', 'the Spa‸rk job', null, ['airflow']],
  ['lower case is another word', 'apache spa‸rk', null],
  ['part of a word', 'MyPySp‸ark', null],
  ['part of a compound', 'a PySpa‸rk-like API', null],
  ['part of a path', 'src/PySp‸ark/x', null],
  ['part of a domain', 'PySpa‸rk.org', null],
  ['an attribute', 'conf.PySp‸ark', null],
  ['after a surrogate pair', '😀 ⟦PySp‸ark⟧', 'pyspark'],
];

describe('Prose', () => {
  for (const [title, marked, toolId, context = []] of cases) {
    it(title, () => {
      const { text, offset, range } = readMarked(marked);
      const found = proseMention(text, offset, names, (id) => context.includes(id));
      assert.deepEqual(found, toolId === null ? null : { ...range, toolId });
    });
  }

  it('finds the tools that a text names without doubt', () => {
    const text = 'PySparkling water, Apache Spark, airflow and Snowflake schemas';
    const named = ['airflow', 'beam', 'bigquery', 'pyspark', 'snowflake', 'spark'].filter((id) =>
      isNamedIn(text, id, names),
    );
    assert.deepEqual(named, ['spark']);
  });
});
