import * as vscode from 'vscode';
import { equal, match, ok, until } from './run/assert';
import {
  choose,
  clickTreeRow,
  hoverOver,
  isDriven,
  openViewContainer,
  runCommand,
  screenshot,
  treeRows,
} from './run/window';
import { closeAll, openFile, tabs } from './support';

/** With mouse and keyboard, as a user would; only where somebody outside drives the window. */
describe('Sidebar and search', () => {
  before(async function () {
    if (!(await isDriven())) this.skip();
  });
  after(closeAll);

  it('lists the topics in reading order, and opens one by a click', async () => {
    await openViewContainer('Data Engineering');
    const rows = await until('topics', async () => {
      const found = await treeRows('Topics');
      return found.length >= 12 && found;
    });
    match(rows[0], /^What is data engineering/i);
    await clickTreeRow('Topics', 'What is data engineering');
    await until('the page', () => tabs().some((tab) => /^What is data engineering/i.test(tab)));
    await screenshot('sidebar');
  });

  it('finds by keyboard, in spite of a typo', async () => {
    await runCommand('Data Engineering: Search');
    await choose('snowflaek', 'Snowflake, Cloud data warehouse');
    await until('the page', () => tabs().includes('Snowflake'));
  });

  it('shows the hover in the editor', async () => {
    await openFile('jobs/orders.py');
    match(await hoverOver('pyspark', { timeout: 30_000 }), /PySpark/);
    await screenshot('hover');
  });

  it('explains the word at the cursor', async () => {
    const editor = await openFile('jobs/orders.py');
    const at = editor.document.positionAt(editor.document.getText().indexOf('pyspark.sql') + 2);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('dataEngineering.explainSelection');
    await until('the page', () => tabs().includes('PySpark'));
    ok(tabs().length > 0);
    equal(tabs().filter((tab) => tab === 'PySpark').length, 1);
  });
});
