import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { manifestGlob } from '../../src/protocol/manifests';
import { isManifest, readPins } from '../../src/service/pins/manifests';

/** One pin in the words of each kind of file. */
const files: Record<string, string> = {
  'requirements.txt': 'pyspark==3.4.1',
  'dev-requirements.in': 'pyspark==3.4.1',
  'constraints-3.1.txt': 'pyspark==3.4.1',
  'pyproject.toml': '[project]\ndependencies = ["pyspark==3.4.1"]',
  Pipfile: '[packages]\npyspark = "==3.4.1"',
  'Pipfile.lock': '{"default": {"pyspark": {"version": "==3.4.1"}}}',
  'uv.lock': '[[package]]\nname = "pyspark"\nversion = "3.4.1"',
  'poetry.lock': '[[package]]\nname = "pyspark"\nversion = "3.4.1"',
  'environment.yml': 'dependencies:\n  - pyspark=3.4.1',
  'conda-dev.yaml': 'dependencies:\n  - pyspark=3.4.1',
  'setup.cfg': '[options]\ninstall_requires =\n    pyspark==3.4.1',
  'dbt_project.yml': 'require-dbt-version: "1.9.0"',
  'databricks.yml': '  spark_version: 15.4.x-scala2.12',
  'orders.job.yml': '  spark_version: 15.4.x-scala2.12',
  'packages.yml': 'packages:\n  - package: a/b\n    version: 1.0.0',
  'Dockerfile.dev': 'FROM apache/spark:3.4.1',
  'docker-compose.yaml': '  image: apache/spark:3.4.1',
  'build.sbt': '"org.apache.spark" %% "spark-sql" % "3.4.1"',
  'pom.xml': '<groupId>org.apache.spark</groupId><artifactId>spark-sql_2.12</artifactId><version>3.4.1</version>',
  'build.gradle.kts': '"org.apache.spark:spark-sql_2.12:3.4.1"',
};

/** As VS Code reads it: `*` within a name, alternatives in braces. */
const patterns = (/\{(.*)\}/.exec(manifestGlob)?.[1] ?? '')
  .split(',')
  .map((glob) => new RegExp(`^${glob.replace(/\./g, '\\.').replace(/\*/g, '.*')}$`));

describe('The files that pin versions', () => {
  for (const [name, text] of Object.entries(files)) {
    it(`${name} is found by the client and read by the server`, () => {
      assert.equal(
        patterns.some((pattern) => pattern.test(name)),
        true,
        'found',
      );
      assert.equal(readPins(name, text).length, 1, 'read');
    });
  }

  it('hold how dbt connects, which tells whose SQL it is', () => {
    assert.ok(isManifest('profiles.yml'));
    assert.ok(patterns.some((pattern) => pattern.test('profiles.yml')));
  });

  it('name no kind that is not tested here', () => {
    const kinds = readFileSync('src/service/pins/manifests.ts', 'utf8').match(/^ {2}\[\/.*Pins\],$/gm) ?? [];
    const readBy = (name: string) =>
      kinds.findIndex((line) => new RegExp(/\[\/(.*)\/, \w+\],/.exec(line)?.[1] ?? '^$').test(name.toLowerCase()));
    assert.deepEqual(
      [...new Set(Object.keys(files).map(readBy))].sort((a, b) => a - b),
      kinds.map((_, index) => index),
    );
  });
});
