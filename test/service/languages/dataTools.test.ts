import { strict as assert } from 'node:assert';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dataLanguages, type DataLanguageKey } from '../../../src/service/languages/dataFiles';
import { toolsInData } from '../../../src/service/languages/dataTools';
import { cpuTime } from '../../helpers/cpu';
import { names } from '../fixture';

const cases: [key: DataLanguageKey, text: string, tools: string[]][] = [
  ['dockerfile', '# Airflow\nFROM docker.io/apache/airflow:3\nRUN pip install pyspark', ['airflow', 'pyspark']],
  ['requirements', '# boto3\npyspark==4\n', ['pyspark']],
  ['requirements', '# pyspark\n# pyspark\npyspark==4\n', ['pyspark']],
  ['yaml', 'services:\n  db:\n    image: postgres:16\n    command: psql -l\n', ['postgresql']],
  ['terraform', 'resource "aws_s3_bucket" "x" {}\n', ['s3']],
  ['sql', "select * from {{ ref('x') }}", ['dbt']],
  ['sbt', '"org.apache.spark" %% "spark-sql" % "4"', ['spark']],
  ['settings', 'path=s3a://x', ['s3']],
  ['shell', 'cd x && aws s3 ls # dbt\n', ['s3']],
  ['toml', '[project]\nname = "pyspark"\n', []],
  ['yaml', '', []],
];

describe('Tools that a data file names', () => {
  for (const [key, text, tools] of cases) {
    it(`${key}: ${tools.join(', ') || 'none'}`, () => {
      const document = TextDocument.create('file:///project/file', key, 1, text);
      assert.deepEqual([...toolsInData(dataLanguages[key], document, names)].sort(), tools);
    });
  }

  it('stays fast in a large file', () => {
    const text = 'dbt build && spark-submit x.py\n'.repeat(3e5);
    const document = TextDocument.create('file:///project/run.sh', 'shell', 1, text);
    assert.ok(cpuTime(() => toolsInData(dataLanguages.shell, document, names)) < 1000);
  });
});
