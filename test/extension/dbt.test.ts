import * as vscode from 'vscode';
import { match, until } from './run/assert';
import { closeAll, openFile } from './support';

/** All hovers at a place of a file, as one text. */
async function hovers(editor: vscode.TextEditor, text: string, inside: string): Promise<string> {
  const { document } = editor;
  const position = document.positionAt(document.getText().indexOf(text) + text.indexOf(inside) + 1);
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return found.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');
}

describe('Names of a dbt project', () => {
  after(closeAll);

  it('say what they are, and follow a change', async () => {
    const editor = await openFile('dbt/models/marts/fct_orders.sql');
    const said = (pattern: RegExp) =>
      until(
        `a hover like ${pattern}`,
        async () => {
          const hover = await hovers(editor, "ref('stg_orders')", 'stg_orders');
          return pattern.test(hover) && hover;
        },
        30_000,
      );
    match(await said(/^\*\*stg\\_orders\*\* · model/), /`dbt\/models\/staging\/stg_orders\.sql`/);
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (!folder) throw new Error('the tests need a workspace folder');
    const yaml = vscode.Uri.joinPath(folder.uri, 'dbt/models/staging/more.yml');
    const text = 'models:\n  - name: stg_orders\n    description: Written during the test\n';
    await vscode.workspace.fs.writeFile(yaml, new TextEncoder().encode(text));
    await said(/Written during the test\n\n.*properties in `dbt\/models\/staging\/more\.yml`/);
    await vscode.workspace.fs.delete(yaml);
    await said(/^(?!.*Written during the test)\*\*stg\\_orders\*\*/s);
  });
});
