import * as vscode from 'vscode';
import { ok, until } from './run/assert';
import { isDriven, openViewContainer, screenshot, treeRows } from './run/window';
import { closeAll } from './support';

/** The rows of the view *In This Workspace*, once they are as asked. */
const rowsWith = (pattern: RegExp) =>
  until(
    `a row like ${pattern}`,
    async () => (await treeRows('In This Workspace')).find((row) => pattern.test(row)),
    30_000,
  );

describe('In This Workspace', () => {
  before(async function () {
    if (!(await isDriven())) this.skip();
  });
  after(closeAll);

  it('lists the tools that the files pin, and follows a change', async () => {
    await openViewContainer('Data Engineering');
    await vscode.commands.executeCommand('dataEngineering.workspace.focus');
    await rowsWith(/PySpark.*\d+\.\d+/);
    await screenshot('workspace');
    const folder = vscode.workspace.workspaceFolders?.[0];
    ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'more', 'requirements.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('polars==1.2.3\n'));
    await rowsWith(/Polars.*1\.2\.3/);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, 'more'), { recursive: true });
    await until('the row to go', async () => !(await treeRows('In This Workspace')).some((row) => /Polars/.test(row)));
  });
});
