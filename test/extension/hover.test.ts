import * as vscode from 'vscode';
import { equal, match, until } from './run/assert';
import { closeAll, hoverAt, hoverWhenReady, openFile, openText } from './support';

/** A file of the sample, a text in it, the name in that text, and the tool that the hover must name. */
const places: [file: string, text: string, inside: string, tool: RegExp][] = [
  ['jobs/orders.py', 'from pyspark.sql', 'pyspark', /^\*\*PySpark\*\*/],
  ['jobs/orders.py', 'from delta import', 'delta', /^\*\*Delta Lake\*\*/],
  ['dags/orders_dag.py', 'from airflow', 'airflow', /^\*\*Apache Airflow\*\*/],
  ['requirements.txt', 'pyspark', 'pyspark', /^\*\*PySpark\*\*/],
  ['compose.yaml', 'image: postgres', 'postgres', /^\*\*PostgreSQL\*\*/],
  ['dbt/profiles.yml', 'type: duckdb', 'duckdb', /^\*\*/],
  ['main.tf', 'aws_s3_bucket', 'aws_s3_bucket', /^\*\*Amazon S3\*\*/],
  ['databricks.yml', 'bundle:', 'bundle', /^\*\*Databricks/],
  ['run.sh', 'spark-submit', 'spark-submit', /^\*\*Apache Spark\*\*/],
];

describe('Hover', () => {
  after(closeAll);

  for (const [file, text, inside, tool] of places) {
    it(`explains “${inside}” in ${file}`, async () => {
      match(await hoverWhenReady(await openFile(file), text, inside), tool);
    });
  }

  it('links to the page, the comparison and the documentation', async () => {
    const hover = await hoverWhenReady(await openFile('dags/orders_dag.py'), 'from airflow', 'airflow');
    match(hover, /\[Page\]\(command:dataEngineering\.openPage\?/);
    match(hover, /\[Documentation ↗\]\(https:\/\//);
  });

  it('is silent on words that only look like tools', async () => {
    const text = [
      'import ventilation',
      'class Beam: pass',
      'delta = after - before',
      'airflow = ventilation.airflow(rate=3)',
      'spark = ignite("spark")',
      '# a spark of airflow, a delta, a snowflake, some dagger',
    ].join('\n');
    const editor = await openText('python', text);
    for (const word of ['Beam', 'delta', 'airflow', 'spark =', 'a spark', 'of airflow', 'snowflake', 'dagger']) {
      equal(await hoverAt(editor, word), '', word);
    }
  });

  it('follows edits', async () => {
    const editor = await openText('python', 'import os\n');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), '# 😀\r\nimport pyspark\n'));
    match(await hoverWhenReady(editor, 'pyspark'), /PySpark/);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(1).range, 'import spark_plugs'));
    await until('silence', async () => (await hoverAt(editor, 'spark_plugs')) === '');
  });

  it('knows in one cell of a notebook what another imports', async () => {
    const cells = ['from pyspark.sql import functions as F', '%pip list', 'F.coalesce("a", "b")'].map(
      (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python'),
    );
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
    const { document } = notebook.cellAt(2);
    match(await hoverWhenReady({ document }, 'coalesce'), /coalesce/);
    equal(await hoverAt({ document }, '"a"'), '');
  });

  it('takes nothing from the file into its Markdown', async () => {
    const hostile = 'import pyspark as <img src=x onerror=alert(1)> # [x](command:workbench.action.quit)';
    const hover = await hoverWhenReady(await openText('python', hostile), 'pyspark');
    equal(/<img|onerror|workbench\.action/.test(hover), false);
  });
});
