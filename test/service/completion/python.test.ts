import { strict as assert } from 'node:assert';
import { parser } from '@lezer/python';
import { placeAt } from '../../../src/service/python/completionPlace';
import { Resolver } from '../../../src/service/python/resolver';
import { rawApi } from '../python/rawApi';
import { itOffers, itOffersAmongOthers } from './offered';

const spark =
  'from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\ndf = spark.read.csv("x")\n';
const dag = 'from airflow.sdk import DAG\n';
const bash = 'from airflow.providers.standard.operators.bash import BashOperator\n';
const modes = ['error', 'append', 'overwrite', 'ignore'];

describe('Completion in Python', () => {
  describe('accepted values', () => {
    itOffers('a.py', [
      ['a mode', `${spark}df.write.mode("⟦‸⟧")\n`, modes],
      ['in single quotes', `${spark}df.write.mode('⟦‸⟧')\n`, modes],
      ['half of it', `${spark}df.write.mode("⟦app‸⟧")\n`, modes],
      ['in its middle', `${spark}df.write.mode("⟦app‸end⟧")\n`, modes],
      ['without a closing quote', `${spark}df.write.mode("⟦ap‸⟧\nx = 1\n`, modes],
      ['without a closing bracket', `${spark}df.write.mode("⟦‸⟧"\nx = 1\n`, modes],
      ['over lines', `${spark}(\n  df.write\n  .mode("⟦‸⟧")\n  .save("x")\n)\n`, modes],
      [
        'the mode of output',
        `${spark}spark.readStream.load().writeStream.outputMode("⟦‸⟧")`,
        ['append', 'update', 'complete'],
      ],
      ['a keyword', `${spark}df.dropna(how="⟦‸⟧")`, ['any', 'all']],
      ['an operator', `${bash}BashOperator(task_id="a", weight_rule="⟦‸⟧")`, ['downstream', 'upstream', 'absolute']],
    ]);
    itOffersAmongOthers('a.py', [
      ['a join', `${spark}df.join(df, on="a", how="⟦le‸⟧")`, ['inner', 'left', 'left_semi', 'left_anti']],
      [
        'a trigger rule',
        `${bash}BashOperator(task_id="a", trigger_rule="⟦‸⟧")`,
        ['all_success', 'one_failed', 'none_failed'],
      ],
      ['a preset of a schedule', `${dag}DAG("x", schedule="⟦@‸⟧")`, ['@once', '@daily', '@monthly']],
      ['a longer one', `${dag}DAG("x", schedule="⟦@dai‸⟧")`, ['@once', '@daily', '@monthly']],
    ]);
  });

  describe('keys of configuration', () => {
    itOffersAmongOthers('a.py', [
      [
        'of a builder',
        'from pyspark.sql import SparkSession\nSparkSession.builder.config("⟦spark.sql.ad‸⟧")',
        ['spark.sql.adaptive.enabled'],
        ['spark.app.name'],
      ],
      [
        'of a session',
        `${spark}spark.conf.set("⟦spark.sql.shuf‸⟧", 1)`,
        ['spark.sql.shuffle.partitions'],
        ['spark.app.name'],
      ],
      [
        'replaced as a whole',
        `${spark}spark.conf.set("⟦spark.sql.sh‸uffle.partitions⟧", 1)`,
        ['spark.sql.shuffle.partitions'],
      ],
      [
        'in a dictionary',
        'from pyspark.sql import SparkSession\nSparkSession.builder.config(map={"⟦spark.sql.shuf‸⟧"})',
        ['spark.sql.shuffle.partitions'],
      ],
    ]);
    itOffers('a.py', [
      ['a default', 'from airflow.configuration import conf\nconf.get("core", "dags_folder", fallback="‸")'],
      ['a section', 'from airflow.configuration import conf\nconf.get("‸")'],
    ]);
  });

  it('asks for the options of a section of Airflow', () => {
    const text = 'from airflow.configuration import conf\nconf.get("core", "da")\n';
    const tree = parser.parse(text);
    const offset = text.indexOf('da")') + 2;
    const place = placeAt(tree.resolveInner(offset, -1), offset, new Resolver(tree, text, rawApi, new WeakMap()));
    const [offer] = place?.offers ?? [];
    assert.ok(offer?.from === 'names');
    assert.deepEqual([offer.section, offer.below], ['airflow/options', 'core.']);
    assert.equal(text.slice(place?.start, place?.end), 'da');
  });

  describe('defaults of tasks', () => {
    itOffersAmongOthers('a.py', [
      ['a first key', `${dag}DAG("x", default_args={"⟦‸⟧"})`, ['owner', 'retries', 'retry_delay'], ['task_id', 'dag']],
      ['a further key', `${dag}DAG("x", default_args={"retries": 1, "⟦re‸⟧"})`, ['owner', 'retry_delay'], ['retries']],
      [
        'between others',
        `${dag}DAG("x", default_args={"retries": 1, "⟦‸⟧", "owner": "x"})`,
        ['retry_delay'],
        ['retries', 'owner'],
      ],
      ['a key that is there', `${dag}DAG("x", default_args={"⟦ret‸ries⟧": 1})`, ['retries', 'retry_delay']],
      ['in a variable', `${dag}default_args = {"retries": 1, "⟦‸⟧"}\n`, ['owner'], ['retries']],
    ]);
    itOffers('a.py', [
      ['a value', `${dag}DAG("x", default_args={"owner": "‸"})`],
      ['another dictionary', `${dag}DAG("x", params={"‸"})`],
      ['in a file without Airflow', 'default_args = {"a": 1, "‸"}\n'],
    ]);
  });

  describe('templates of Airflow', () => {
    const template = (text: string) => `${bash}BashOperator(task_id="a", bash_command="${text}")\n`;
    itOffersAmongOthers('a.py', [
      [
        'a variable',
        template('echo {{ ⟦‸⟧ }}'),
        ['ds', 'logical_date', 'macros', 'params'],
        ['execution_date', 'next_ds'],
      ],
      ['half of one', template('echo {{ ⟦log‸⟧ }}'), ['logical_date']],
      ['in an open template', template('echo {{ ⟦log‸⟧'), ['logical_date']],
      ['in a condition', template('{% if ⟦ds‸⟧ %}x{% endif %}'), ['ds']],
      ['behind a template', template('{{ ds }} {{ ⟦‸⟧ }}'), ['ds']],
      ['over lines', `${bash}BashOperator(task_id="a", bash_command="""\necho {{ ⟦lo‸⟧ }}\n""")`, ['logical_date']],
      ['a macro', template('{{ macros.⟦‸⟧ }}'), ['ds_add', 'ds_format'], ['ds']],
      ['half of a macro', template('{{ macros.⟦ds_‸⟧(ds, 1) }}'), ['ds_add']],
    ]);
    itOffers('a.py', [
      ['a filter', template('{{ logical_date | ⟦‸⟧ }}'), ['ds', 'ds_nodash', 'ts', 'ts_nodash', 'ts_nodash_with_tz']],
      ['outside of the braces', template('echo ‸ {{ ds }}')],
      ['behind the braces', template('echo {{ ds }} ‸')],
      ['behind a value', template('{{ ds ‸ }}')],
      ['members of something else', template('{{ params.‸ }}')],
      ['a string in a template', template("{{ params['‸'] }}")],
      ['an argument that is no template', `${bash}BashOperator(task_id="{{ ‸ }}", bash_command="x")`],
    ]);
  });

  describe('silence', () => {
    itOffers('a.py', [
      ['a bare name', `${spark}df.‸`],
      ['half of a name', `${spark}df.wri‸`],
      ['an argument', `${spark}df.write.mode(‸)`],
      ['a keyword', `${spark}df.join(df, h‸)`],
      ['a string of the reader', `${spark}df.select("‸")`],
      ['a path', `${spark}spark.read.parquet("‸")`],
      ['a string that is nobody’s', 'x = "‸"\n'],
      ['a function of the reader', 'def mode(x): ...\nmode("‸")\n'],
      ['numbers in quotes', `${spark}from pyspark.sql import functions as F\nF.sha2("a", "‸")`],
      ['an f-string', `${spark}df.write.mode(f"‸")`],
      ['a comment', `${spark}# df.write.mode("‸")`],
      ['a docstring', '"""‸"""\nimport pyspark\n'],
    ]);
  });
});
