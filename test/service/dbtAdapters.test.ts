import { strict as assert } from 'node:assert';
import { WorkspacePins } from '../../src/service/pins/workspacePins';
import { itHovers, type HoverFile } from './hovers';

const spark = [
  '`spark.config.file_format`: Format of the table: parquet, delta, iceberg, hudi and so on.',
  'merge and snapshots need delta, iceberg or hudi.',
  '`str` · default `parquet`',
  'shown for 1.12.6, the newest: no version is pinned',
  '[Documentation ↗](https://docs.getdbt.com/reference/resource-configs/spark-configs)',
];
const buckets = ['`buckets`: Number of buckets, with clustered\\_by.'];

/** A model beside a list of requirements. */
const beside = (requirements: string, languageId = 'sql'): HoverFile => {
  const pins = new WorkspacePins();
  pins.set('file:///project/requirements.txt', requirements);
  const path = languageId === 'sql' ? 'models/a.sql' : 'models/a.yml';
  return { path, languageId, dbtAdapters: (uri) => pins.dbtAdapters(uri) };
};

describe('The hover of a key that several adapters have', () => {
  const format = "{{ config(⟦file_‸format⟧='delta') }}";
  const silent = format.replace(/[⟦⟧]/g, '');
  const properties = 'models:\n  - name: a\n    config:\n      ⟦file_‸format⟧: delta\n';
  it('is that of the project’s adapter', () => itHovers(beside('dbt-spark==1.9\n'), format, spark));
  it('is that of the project’s adapter in YAML', () => itHovers(beside('dbt-spark\n', 'yaml'), properties, spark));
  it('is that of the one adapter which has it', () => itHovers(beside('dbt-spark\ndbt-duckdb\n'), format, spark));
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
    'shown for 1.12.6, the newest: no version is pinned',
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
