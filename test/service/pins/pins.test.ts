import { strict as assert } from 'node:assert';
import { fixedVersion } from '../../../src/service/pins/constraint';
import { readPins } from '../../../src/service/pins/manifests';
import { WorkspacePins } from '../../../src/service/pins/workspacePins';

describe('A constraint fixes', () => {
  const cases: [string, string | undefined][] = [
    ['==3.4.1', '3.4.1'],
    ['===3.4.1', '3.4.1'],
    ['3.4.1', '3.4.1'],
    ['==3.4.*', '3.4'],
    ['==3.*', undefined],
    ['=3.4', '3.4'],
    ['=3', undefined],
    ['~=3.4.0', '3.4'],
    ['~=3.4', undefined],
    ['~3.4', '3.4'],
    ['^3.4', undefined],
    ['^0.21', '0.21'],
    ['>=1.8.0,<1.9.0', '1.8'],
    ['>=1.8,<=1.9', undefined],
    ['>=1.8,<=1.8.9', '1.8'],
    ['>=1.8.0,<2.0.0', undefined],
    ['>=3.4', undefined],
    ['!=3.4.*', undefined],
    ['<4', undefined],
    ['*', undefined],
    ['', undefined],
    ['3.0.0rc1', '3.0.0'],
  ];
  for (const [constraint, version] of cases) {
    it(`${constraint || 'nothing'}: ${version ?? 'no line'}`, () => assert.equal(fixedVersion(constraint), version));
  }
});

/** `package version-or-written @line`, as a short form to compare. */
function read(file: string, text: string): string[] {
  return readPins(file, text).map(({ package: name, version, written, line, locked }) => {
    return `${name} ${version ?? `(${written})`} @${line}${locked ? ' locked' : ''}`;
  });
}

describe('Pins are read from', () => {
  it('requirements and constraints', () => {
    const text =
      '# pyspark==1\npyspark==3.4.1\nApache_Airflow[celery, redis]~=3.0.1 ; python_version > "3.9"\n-r base.txt\npandas\ndbt-core >=1.8,<1.9 # why\n';
    const pins = ['pyspark 3.4.1 @1', 'apache-airflow 3.0 @2', 'pandas () @4', 'dbt-core 1.8 @5'];
    assert.deepEqual(read('requirements-dev.txt', text), pins);
    assert.deepEqual(read('constraints.txt', 'pyspark==3.5.1 \\\n    --hash=sha256:abc\n'), ['pyspark 3.5.1 @0']);
  });

  it('pyproject.toml of every builder', () => {
    const text = `[project]
name = "x"
version = "1.0"
dependencies = ["pyspark==3.5.1", 'delta-spark~=3.2.0']
[project.optional-dependencies]
test = [
  "apache-airflow==3.1.0",
]
[tool.poetry.dependencies]
python = "^3.11"
dbt-core = "~1.9"
pyspark = { version = "4.0.0", extras = ["sql"] }
[tool.black]
line-length = "pyspark==1.0"
`;
    assert.deepEqual(read('pyproject.toml', text), [
      'pyspark 3.5.1 @3',
      'delta-spark 3.2 @3',
      'apache-airflow 3.1.0 @6',
      'dbt-core 1.9 @10',
      'pyspark 4.0.0 @11',
    ]);
  });

  it('lock files', () => {
    assert.deepEqual(read('uv.lock', 'version = 1\n\n[[package]]\nname = "pyspark"\nversion = "3.5.1"\n'), [
      'pyspark 3.5.1 @2 locked',
    ]);
    assert.deepEqual(read('Pipfile.lock', '{"default": {\n"pyspark": {\n"hashes": ["a"],\n"version": "==3.5.1"}}}'), [
      'pyspark 3.5.1 @1 locked',
    ]);
  });

  it('conda environments', () => {
    const text =
      'name: x\ndependencies:\n  - python=3.11\n  - conda-forge::pyspark=3.4.1\n  - pandas\n  - pip:\n      - apache-airflow==3.0.2\n';
    assert.deepEqual(read('environment.yml', text), ['python 3.11 @2', 'pyspark 3.4.1 @3', 'apache-airflow 3.0.2 @6']);
  });

  it('dbt projects', () => {
    assert.deepEqual(read('dbt_project.yml', 'name: x\nrequire-dbt-version: [">=1.8.0", "<1.9.0"]\n'), [
      'dbt-core 1.8 @1',
    ]);
    assert.deepEqual(read('dbt_project.yml', 'require-dbt-version:\n  - ">=1.8.0"\n  - "<2.0.0"\n'), [
      'dbt-core (>=1.8.0,<2.0.0) @0',
    ]);
    assert.deepEqual(read('packages.yml', 'packages:\n  - package: dbt-labs/dbt_utils\n    version: 1.3.0\n'), [
      'dbt-labs/dbt_utils 1.3.0 @2',
    ]);
  });

  it('images', () => {
    const file =
      'ARG AIRFLOW_VERSION=3.1.0\nFROM --platform=linux/amd64 docker.io/apache/airflow:${AIRFLOW_VERSION}-python3.12\n';
    assert.deepEqual(read('Dockerfile', file), ['apache-airflow 3.1.0 @1']);
    const compose =
      'services:\n  a:\n    image: ${AIRFLOW_IMAGE_NAME:-apache/airflow:2.10.4}\n  b:\n    image: "apache/spark:3.5.1-python3"\n  c:\n    image: postgres:16\n';
    assert.deepEqual(read('docker-compose.override.yaml', compose), ['apache-airflow 2.10.4 @2', 'pyspark 3.5.1 @4']);
  });

  it('Databricks bundles, by the Spark in a runtime', () => {
    const text =
      'new_cluster:\n  spark_version: 15.4.x-scala2.12\n---\n- spark_version: "99.1.x-scala2.13"\n- spark_version: ${var.v}\n';
    assert.deepEqual(read('databricks.yml', text), ['pyspark 3.5.0 @1']);
  });

  it('builds of Scala and Java', () => {
    const sbt = 'val sparkVersion = "3.5.1"\nlibraryDependencies += "org.apache.spark" %% "spark-sql" % sparkVersion\n';
    assert.deepEqual(read('build.sbt', sbt), ['pyspark 3.5.1 @1']);
    const pom =
      '<properties><spark.version>3.5.1</spark.version></properties>\n<dependency><groupId>org.apache.spark</groupId>\n<artifactId>spark-sql_2.12</artifactId><version>${spark.version}</version></dependency>';
    assert.deepEqual(read('pom.xml', pom), ['pyspark 3.5.1 @1']);
    assert.deepEqual(read('build.gradle', "implementation 'io.delta:delta-spark_2.13:4.0.0'\n"), [
      'delta-spark 4.0.0 @0',
    ]);
  });

  it('nothing else, and nothing broken', () => {
    assert.deepEqual(read('notes.txt', 'pyspark==3.4.1'), []);
    for (const file of [
      'requirements.txt',
      'pyproject.toml',
      'uv.lock',
      'environment.yml',
      'dbt_project.yml',
      'Dockerfile',
      'pom.xml',
    ]) {
      assert.deepEqual(read(file, '\0\u{1f600}[[[{{{"\'\n- - -\n'), []);
    }
  });

  it('large files without delay', () => {
    const started = performance.now();
    readPins('Pipfile.lock', `{"default": {"x": {${'"a": "b", '.repeat(300_000)}`);
    readPins('pom.xml', '<a>'.repeat(500_000));
    readPins('requirements.txt', `pyspark${'='.repeat(2_000_000)}`);
    readPins('environment.yml', `- ${'a'.repeat(2_000_000)}`);
    readPins('build.sbt', '"a" %% "b" '.repeat(200_000));
    assert.ok(performance.now() - started < 10_000);
  });
});

describe('The pin that holds for a document', () => {
  const pins = (files: Record<string, string>) => {
    const workspace = new WorkspacePins();
    for (const [uri, text] of Object.entries(files)) workspace.set(uri, text);
    return (document: string) => workspace.of(document, 'pyspark')?.version;
  };

  it('is that of the nearest folder above', () => {
    const of = pins({
      'file:///w/requirements.txt': 'pyspark==3.4.1',
      'file:///w/jobs/requirements.txt': 'pyspark==4.0.0',
    });
    assert.equal(of('file:///w/jobs/a/b.py'), '4.0.0');
    assert.equal(of('file:///w/b.py'), '3.4.1');
  });

  it('is what the lock file says', () => {
    const of = pins({
      'file:///w/pyproject.toml': '[project]\ndependencies = ["pyspark~=3.4.0"]',
      'file:///w/uv.lock': '[[package]]\nname = "pyspark"\nversion = "3.4.4"\n',
    });
    assert.equal(of('file:///w/b.py'), '3.4.4');
  });

  it('is that of the language where several stand side by side', () => {
    const workspace = new WorkspacePins();
    workspace.set('file:///w/build.sbt', '"org.apache.spark" %% "spark-sql" % "3.5.1"');
    workspace.set('file:///w/requirements.txt', 'pyspark==4.0.0');
    assert.equal(workspace.of('file:///w/a.py', 'pyspark')?.version, '4.0.0');
    assert.equal(workspace.of('file:///w/A.scala', 'pyspark')?.version, '3.5.1');
  });

  it('is one elsewhere where all agree, and none where they do not', () => {
    assert.equal(pins({ 'file:///w/a/requirements.txt': 'pyspark==3.4.1' })('file:///w/b/c.py'), '3.4.1');
    const of = pins({
      'file:///w/a/requirements.txt': 'pyspark==3.4.1',
      'file:///w/d/requirements.txt': 'pyspark==4.0.0',
    });
    assert.equal(of('file:///w/b/c.py'), undefined);
  });

  it('goes with its file', () => {
    const workspace = new WorkspacePins();
    workspace.set('file:///w/requirements.txt', 'pyspark==3.4.1');
    workspace.set('file:///w/requirements.txt', 'pandas');
    assert.equal(workspace.of('file:///w/a.py', 'pyspark'), undefined);
    workspace.set('file:///w/requirements.txt', 'pyspark==3.4.1');
    workspace.delete('file:///w/requirements.txt');
    assert.equal(workspace.of('file:///w/a.py', 'pyspark'), undefined);
  });
});
