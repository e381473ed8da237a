import * as vscode from 'vscode';
import { equal, match, until } from './run/assert';
import { clickInWebview, isDriven, screenshot, webviewText } from './run/window';
import { closeAll, open, tabs } from './support';

const shows = (title: string) => until(`a tab called ${title}`, () => tabs().includes(title));

describe('Page', () => {
  after(closeAll);

  it('opens a tool, a topic, a comparison and a snippet in the same panel', async () => {
    await open('tool', 'spark');
    await shows('Apache Spark');
    await open('topic', '08-database-warehouse-lake');
    await until('another title', () => !tabs().includes('Apache Spark'));
    await open('comparison', 'orchestrators');
    await open('snippet', 'spark-read-csv');
    const panels = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => tab.input instanceof vscode.TabInputWebview);
    equal(panels.length, 1);
  });

  it('says so when an entry does not exist', async () => {
    await open('tool', 'no-such-tool');
    await shows('Data Engineering');
  });

  it('refuses what is no link', async () => {
    await open('tool', 'spark');
    await shows('Apache Spark');
    await open('tool', '../../../etc/passwd');
    await vscode.commands.executeCommand('dataEngineering.openPage', 'tool:airflow');
    await vscode.commands.executeCommand('dataEngineering.openPage', undefined);
    equal(tabs().includes('Apache Spark'), true);
  });

  it('follows links, and goes back', async function () {
    if (!(await isDriven())) return this.skip();
    await open('tool', 'airflow');
    await shows('Apache Airflow');
    await until('the text', async () => (await webviewText('h1'))[0] === 'Apache Airflow');
    match((await webviewText('main')).join(), /How it works/);
    await screenshot('page-airflow');
    await clickInWebview('main li a[href^="tool:"]');
    await until('another page', async () => !tabs().includes('Apache Airflow'));
  });
});
