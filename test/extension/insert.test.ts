import * as vscode from 'vscode';
import { equal, match, ok } from './run/assert';
import { closeAll, openText } from './support';

const insert = (id: string) => vscode.commands.executeCommand('dataEngineering.insertSnippet', { kind: 'snippet', id });

describe('Insert', () => {
  afterEach(closeAll);

  it('puts a snippet at the cursor, with tab stops', async () => {
    const editor = await openText('python', '# before\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await insert('spark-read-csv');
    match(editor.document.getText(), /^# before\n[\s\S]*spark\.read/);
    equal(/\$\{\d/.test(editor.document.getText()), false);
  });

  it('keeps the indentation of the line and the ends of the file', async () => {
    const editor = await openText('python', 'def f():\r\n    pass\r\n');
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    editor.selection = new vscode.Selection(1, 4, 1, 8);
    await insert('spark-read-csv');
    const lines = editor.document.getText().split('\r\n').slice(1);
    ok(lines.length > 2, 'several lines');
    equal(
      lines.some((line) => line.includes('\n')),
      false,
    );
    equal(
      lines.filter((line) => line.trim() !== '').every((line) => line.startsWith('    ')),
      true,
    );
  });

  it('offers snippets by prefix', async () => {
    const editor = await openText('python', 'spark-read');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      new vscode.Position(0, 10),
    );
    const labels = list.items
      .filter((item) => item.kind === vscode.CompletionItemKind.Snippet)
      .map((item) => item.label);
    ok(
      labels.some((label) => (typeof label === 'string' ? label : label.label) === 'spark-read-csv'),
      'spark-read-csv is offered',
    );
  });
});
