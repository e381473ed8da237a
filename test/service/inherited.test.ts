import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ApiKnowledge } from '../../src/catalogue/apiKnowledge';
import { getLanguageService } from '../../src/service/languageService';
import { builtApis } from '../helpers/catalogue';

interface Entry {
  kind: string;
  bases?: string[];
}

const { symbols } = JSON.parse(readFileSync('src/content/api/airflow/inventory.json', 'utf8')) as {
  symbols: Record<string, Entry>;
};

/** What ships, over all classes of Airflow and its providers. */
describe('What a class inherits', () => {
  const knowledge = new ApiKnowledge(builtApis);
  const service = getLanguageService({ readCatalogue: builtApis, links: 'none' });
  const classes = Object.entries(symbols).filter(([, { kind }]) => kind === 'class');

  it('is loaded with it, wherever that ships', async () => {
    const missing: string[] = [];
    for (const [path, { bases = [] }] of classes) {
      const names = await knowledge.names([path]);
      if (!names.lookup(path)) continue;
      for (const base of bases) {
        if (!names.lookup(base) && (await knowledge.names([base])).lookup(base)) missing.push(`${path}: ${base}`);
      }
    }
    assert.deepEqual(missing, []);
  }).timeout(20_000);

  it('is known at the arguments of an operator', async () => {
    const silent: string[] = [];
    const paths = [
      'airflow.providers.standard.operators.python.PythonOperator',
      'airflow.providers.standard.operators.python.BranchPythonOperator',
      'airflow.providers.standard.operators.bash.BashOperator',
      'airflow.providers.standard.sensors.external_task.ExternalTaskSensor',
      'airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator',
      'airflow.providers.amazon.aws.operators.emr.EmrAddStepsOperator',
      'airflow.providers.apache.spark.operators.spark_pyspark.PySparkOperator',
      'airflow.operators.python.PythonOperator',
    ];
    for (const [index, path] of paths.entries()) {
      const dot = path.lastIndexOf('.');
      const name = path.slice(dot + 1);
      const text = `from ${path.slice(0, dot)} import ${name}\n${name}(task_id="a", retries=3, trigger_rule="all_done")\n`;
      const document = TextDocument.create(`file:///${index}.py`, 'python', 1, text);
      for (const word of ['task_id', 'retries', 'trigger_rule', 'all_done']) {
        const position = document.positionAt(text.lastIndexOf(word) + 1);
        if (!(await service.doHover(document, position, { prose: false }))) silent.push(`${name}: ${word}`);
      }
    }
    assert.deepEqual(silent, []);
  });

  const said = async (text: string, word: string): Promise<string> => {
    const document = TextDocument.create(`file:///${text.length}.py`, 'python', 1, text);
    const hover = await service.doHover(document, document.positionAt(text.lastIndexOf(word) + 1), { prose: false });
    return (hover?.contents as { value: string } | undefined)?.value ?? '';
  };

  it('has words of what it moved to, and of the class that a decorator makes', async () => {
    const old = 'from airflow.operators.empty import EmptyOperator\nEmptyOperator(task_id="a", retries=1)\n';
    assert.match(await said(old, 'retries'), /^How many times a failed task is tried again/);
    const decorated = 'from airflow.sdk import dag\n@dag(schedule=None, tags=[])\ndef f(): ...\n';
    assert.match(await said(decorated, 'tags'), /^Labels to filter by in the UI/);
  });

  it('lists the value that is given first', async () => {
    const text =
      'from airflow.sdk import BaseOperator\nBaseOperator(task_id="a", trigger_rule="none_failed_min_one_success")\n';
    assert.match(await said(text, 'trigger_rule'), /\n\n- \*\*`none_failed_min_one_success`\*\* all succeeded/);
  });

  it('names the option that a default comes from', async () => {
    const text = 'from airflow.sdk import DAG\nDAG("x", catchup=False)\n';
    assert.match(
      await said(text, 'catchup'),
      /^`catchup: bool` of `airflow\.sdk\.DAG` · default: option `scheduler\.catchup_by_default`$/m,
    );
  });
});

describe('A keyword that no signature names', () => {
  const service = getLanguageService({ readCatalogue: builtApis, links: 'none' });
  const said = async (text: string, word: string): Promise<string | null> => {
    const document = TextDocument.create(`file:///keyword-${text.length}.py`, 'python', 1, text);
    const hover = await service.doHover(document, document.positionAt(text.lastIndexOf(word) + 1), { prose: false });
    return (hover?.contents as { value: string } | undefined)?.value ?? null;
  };

  it('has words where `**kwargs` take it, by the base or the new path too', async () => {
    const enumerated = 'from airflow.sdk import Param\nParam("a", enum=["a", "b"])\n';
    assert.match((await said(enumerated, 'enum')) ?? '', /drop-down\.\n\n`enum` of `airflow\.sdk\.Param`/);
    const hook = 'from airflow.providers.mysql.hooks.mysql import MySqlHook\nMySqlHook(mysql_conn_id="x")\n';
    assert.match((await said(hook, 'mysql_conn_id')) ?? '', /^The MySQL connection; default mysql.?_default\./);
    const old =
      'from airflow.operators.python import BranchPythonOperator\nBranchPythonOperator(task_id="a", provide_context=True)\n';
    assert.match((await said(old, 'provide_context')) ?? '', /^No effect since Airflow 2\.0/);
  });

  it('is not called removed where `**kwargs` took its place, and is where nothing did', async () => {
    const connection = 'from airflow.sdk import Connection\nConnection(conn_id="a", host="b")\n';
    assert.match(
      (await said(connection, 'host')) ?? '',
      /^Host name or address\.\n\n`host` of `airflow\.sdk\.Connection`$/m,
    );
    assert.doesNotMatch((await said(connection, 'host')) ?? '', /Removed/);
    const instance = 'from airflow.models import TaskInstance\nTaskInstance(task=t, execution_date=d)\n';
    assert.match((await said(instance, 'execution_date')) ?? '', /^\*\*Removed in 3\.0\*\*/);
  });

  it("stays without a hover where it is the reader's own, or nobody's", async () => {
    const join = 'from pyspark.sql import DataFrame\ndef f(df: DataFrame): df.join(df, what="left", how="left")\n';
    assert.equal(await said(join, 'what'), null);
    assert.match((await said(join, 'how')) ?? '', /`how: /);
    assert.equal(await said('from pyspark.sql import Row\nRow(name="a")\n', 'name'), null);
    assert.equal(await said('from airflow.sdk import task\n@task\ndef f(a): ...\nf.expand(a=[1])\n', 'a=['), null);
  });
});
