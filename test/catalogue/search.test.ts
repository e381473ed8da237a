import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { CatalogueSearch } from '../../src/catalogue/search';
import type { CatalogueIndex } from '../../src/catalogue/types';

/** The catalogue that ships: what people type, and what they must find first. */
describe('Search', () => {
  const index = JSON.parse(readFileSync('dist/catalogue/index.json', 'utf8')) as CatalogueIndex;
  const search = new CatalogueSearch(index);
  const first = (query: string) => {
    const [hit] = search.find(query);
    return hit ? `${hit.kind}:${hit.id}` : undefined;
  };

  const expected: [query: string, entry: string][] = [
    ['spark', 'tool:spark'],
    ['airflow', 'tool:airflow'],
    ['dbt', 'tool:dbt'],
    ['kafka', 'tool:kafka'],
    ['Apache Kafka', 'tool:kafka'],
    ['glue', 'tool:glue'],
    ['fabric', 'tool:microsoft-fabric'],
    ['spark-read-csv', 'snippet:spark-read-csv'],
    ['snowflaek', 'tool:snowflake'],
    ['bigqery', 'tool:bigquery'],
    ['delta live tables', 'tool:delta-live-tables'],
    ['dlt', 'tool:dlt'],
    ['kafka streams', 'tool:kafka-streams'],
    ['great expectation', 'tool:great-expectations'],
    ['what is databricks', 'topic:10-what-is-databricks'],
    ['orchestrators', 'comparison:orchestrators'],
  ];
  for (const [query, entry] of expected) {
    it(`“${query}” finds ${entry} first`, () => assert.equal(first(query), entry));
  }

  it('puts tools that share a name before what is about one of them', () => {
    const kinds = search.find('kafka').map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(0, 3), ['tool', 'tool', 'tool']);
  });

  it('shows everything for an empty query, and nothing for nonsense', () => {
    const all =
      index.tools.length +
      index.topics.length +
      index.comparisons.length +
      index.snippets.length +
      index.terms.length +
      (index.guides?.length ?? 0) +
      1;
    assert.equal(search.find('').length, all);
    assert.deepEqual(search.find('zzqqxx'), []);
  });
});
