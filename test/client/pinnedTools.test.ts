import { strict as assert } from 'node:assert';
import type { CatalogueIndex, Page } from '../../src/catalogue/types';
import { pinnedToolNodes, workspaceVersions } from '../../src/client/workspace/pinnedTools';
import type { WorkspacePin } from '../../src/protocol/manifests';

const tool = (id: string, name: string) => ({
  id,
  name,
  kind: '',
  category: '',
  summary: `What ${name} is.`,
  documentation: 'https://docs.example/',
});
const index = {
  tools: [tool('airflow', 'Apache Airflow'), tool('pyspark', 'PySpark'), tool('dbt', 'dbt')],
  comparisons: [
    { id: 'airflow-2-and-3', title: 'Airflow 2 and 3', question: 'What changed?', tools: [] },
    { id: 'spark-3-and-4', title: 'Spark 3 and 4', question: 'What changed?', tools: ['pyspark'] },
    { id: 'orchestrators', title: 'Orchestrators', question: 'Which?', tools: ['airflow'] },
  ],
} as unknown as CatalogueIndex;
const page = {
  kind: 'tool',
  facts: [
    { label: 'Newest release', value: '3.3.2' },
    { label: 'Licence', value: 'Apache-2.0' },
  ],
} as unknown as Page;

const nodes = (...pins: WorkspacePin[]) =>
  pinnedToolNodes(
    pins,
    index,
    () => Promise.resolve(page),
    (uri) => uri.slice('file:///w/'.length),
  );
const pin = (of: string, name: string, version?: string): WorkspacePin => ({
  tool: of,
  package: name,
  written: version === undefined ? '' : `==${version}`,
  uri: 'file:///w/requirements.txt',
  line: 2,
  ...(version !== undefined && { version }),
});

describe('In This Workspace', () => {
  it('shows each tool with its version, where it is pinned, its newest release and what changed', async () => {
    const [airflow, ...rest] = await nodes(pin('airflow', 'apache-airflow', '2.10.4'));
    assert.equal(rest.length, 0);
    assert.deepEqual(
      [airflow?.label, airflow?.description, airflow?.link],
      ['Apache Airflow', '2.10.4', { kind: 'tool', id: 'airflow' }],
    );
    assert.deepEqual(
      airflow?.children?.map(({ label, description }) => [label, description]),
      [
        ['apache-airflow ==2.10.4', 'requirements.txt:3'],
        ['Newest release: 3.3.2', undefined],
        ['What changed: Airflow 2 and 3', undefined],
      ],
    );
    assert.deepEqual(airflow?.children?.[0]?.place, { uri: 'file:///w/requirements.txt', line: 2 });
  });

  it('takes the version from the tool itself, not from what goes with it', async () => {
    const provider = { ...pin('airflow', 'apache-airflow-providers-http', '6.0.1'), line: 3 };
    const [airflow] = await nodes(provider, pin('airflow', 'apache-airflow', '3.1.0'));
    assert.equal(airflow?.description, '3.1.0');
    assert.equal((await nodes(provider))[0]?.description, '6.0.1');
  });

  it('hands the page the versions of the tools themselves', () => {
    const provider = pin('airflow', 'apache-airflow-providers-http', '6.0.1');
    const pins = [provider, pin('airflow', 'apache-airflow', '3.1.0'), pin('dbt', 'dbt-core')];
    const versions = workspaceVersions(pins, (uri) => uri.slice('file:///w/'.length));
    assert.deepEqual(versions, [{ tool: 'airflow', version: '3.1.0', where: 'requirements.txt' }]);
  });

  it('does not speak of changes that are behind', async () => {
    const [airflow] = await nodes(pin('airflow', 'apache-airflow', '3.1.0'));
    assert.equal(
      airflow?.children?.some(({ type }) => type === 'comparison'),
      false,
    );
  });

  it('says where a version is open, and gives every node an id of its own', async () => {
    const all = await nodes(pin('dbt', 'dbt-core'), pin('pyspark', 'pyspark', '3.4.1'));
    assert.deepEqual(
      all.map(({ label, description }) => [label, description]),
      [
        ['PySpark', '3.4.1'],
        ['dbt', 'no fixed version'],
      ],
    );
    const ids = all.flatMap(({ id, children = [] }) => [id, ...children.map((child) => child.id)]);
    assert.equal(new Set(ids).size, ids.length);
  });
});
