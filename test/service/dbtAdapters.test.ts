import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { WorkspacePins } from '../../src/service/pins/workspacePins';
import { itHovers, type HoverFile } from './hovers';

const { packages } = JSON.parse(readFileSync('src/content/api/dbt/inventory.json', 'utf8')) as {
  packages: Record<string, { version: string }[]>;
};
const newest = packages['dbt-spark']?.at(-1)?.version ?? '';
const spark = [
  '`spark.config.file_format`: Format of the table: parquet, delta, iceberg, hudi and so on.',
  'merge and snapshots need delta, iceberg or hudi.',
  '`str` · default `parquet`',
  'your project pins 1.9.1 (`requirements.txt`)',
  '[Documentation ↗](https://docs.getdbt.com/reference/resource-configs/spark-configs)',
];
const unpinned = spark.map((line) =>
  line.startsWith('your') ? `shown for ${newest}, the newest: no version is pinned` : line,
);
const buckets = ['`buckets`: Number of buckets, with clustered\\_by.'];

/** A model beside a list of requirements. */
const beside = (requirements: string, languageId = 'sql'): HoverFile => {
  const pins = new WorkspacePins();
  pins.set('file:///project/requirements.txt', requirements);
  const path = languageId === 'sql' ? 'models/a.sql' : 'models/a.yml';
  const dbtAdapters = (uri: string) => pins.dbtAdapters(uri);
  return { path, languageId, dbtAdapters, pinOf: (uri, name) => pins.of(uri, name) };
};

describe('The hover of a key that several adapters have', () => {
  const format = "{{ config(⟦file_‸format⟧='delta') }}";
  const silent = format.replace(/[⟦⟧]/g, '');
  const properties = 'models:\n  - name: a\n    config:\n      ⟦file_‸format⟧: delta\n';
  it('is that of the project’s adapter', () => itHovers(beside('dbt-core==1.12.6\ndbt-spark==1.9.1\n'), format, spark));
  it('is that of the project’s adapter in YAML', () =>
    itHovers(beside('dbt-core==1.12.6\ndbt-spark\n', 'yaml'), properties, unpinned));
  it('is that of the one adapter which has it', () => itHovers(beside('dbt-spark\ndbt-duckdb\n'), format, unpinned));
  it('is silent between two', () => itHovers(beside('dbt-spark\ndbt-databricks\n'), silent, null));
  it('is silent where no adapter is known', () => itHovers(beside(''), silent, null));
  it('is silent for an adapter that does not have it', () => itHovers(beside('dbt-glue\n'), silent, null));
  it('says what all adapters mean by it', () => itHovers(beside(''), '{{ config(⟦buck‸ets⟧=8) }}', buckets));
  it('says no more for an adapter that does not have it', () =>
    itHovers(beside('dbt-glue\n'), '{{ config(buck‸ets=8) }}', null));
});

describe('The hover of a field of target', () => {
  const schema = '{{ target.⟦sche‸ma⟧ }}';
  const dataset = [
    '`bigquery.profile.schema`: The dataset into which dbt builds; dataset is another name for it.',
    '`str | None`',
    'your project pins 1.12.1 (`requirements.txt`)',
    '[Documentation ↗](https://docs.getdbt.com/docs/local/connect-data-platform/bigquery-setup)',
  ];
  it('is that of the project’s adapter', () => itHovers(beside('dbt-bigquery==1.12.1\n'), schema, dataset));
  it('is silent where no adapter is known', () => itHovers(beside(''), '{{ target.sche‸ma }}', null));
});

describe('The adapters of a project', () => {
  const pins = new WorkspacePins();
  pins.set('file:///w/requirements.txt', 'dbt-core\ndbt-databricks\ndbt-spark\n');
  pins.set('file:///v/requirements.txt', 'dbt-duckdb\n');
  const of = (uri: string) => pins.dbtAdapters(uri).sort();

  it('are those that are installed', () => assert.deepEqual(of('file:///w/models/a.sql'), ['databricks', 'spark']));

  it('are those of the connections, where they are told', () => {
    pins.set('file:///w/profiles.yml', 'shop:\n  outputs:\n    dev:\n      type: databricks\n');
    assert.deepEqual(of('file:///w/models/a.sql'), ['databricks']);
    assert.deepEqual(of('file:///v/models/a.sql'), ['duckdb']);
    pins.delete('file:///w/profiles.yml');
    assert.deepEqual(of('file:///w/models/a.sql'), ['databricks', 'spark']);
  });
});
