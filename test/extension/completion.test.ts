import * as vscode from 'vscode';
import { equal, match, ok, until } from './run/assert';
import { closeAll, openFile, openText } from './support';

/** Labels of ours among the completions behind a text, once the server has started. */
async function completionsBehind(editor: vscode.TextEditor, text: string): Promise<vscode.CompletionItem[]> {
  const { document } = editor;
  const position = document.positionAt(document.getText().indexOf(text) + text.length);
  return until(
    `completions behind ${text}`,
    async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
        undefined,
        10,
      );
      const ours = list.items.filter(({ documentation }) => documentation instanceof vscode.MarkdownString);
      return ours.length > 0 ? ours : false;
    },
    30_000,
  );
}

const labels = (items: readonly vscode.CompletionItem[]) =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label));

const spark = 'from pyspark.sql import SparkSession\nspark = SparkSession.builder.getOrCreate()\n';

describe('Completion', () => {
  after(closeAll);

  it('offers the accepted values of a parameter, and says what the hover says', async () => {
    const editor = await openText('python', `${spark}spark.table("a").write.mode("")\n`);
    const items = await completionsBehind(editor, '.mode("');
    equal(labels(items), ['error', 'append', 'overwrite', 'ignore']);
    const [first] = items;
    ok(first?.documentation instanceof vscode.MarkdownString);
    match(first.documentation.value, /One of four modes/);
    match(first.documentation.value, /\[Page\]\(command:dataEngineering\.openPage/);
  });

  it('replaces a key of configuration as a whole, dots included', async () => {
    const editor = await openText('python', `${spark}spark.conf.set("spark.sql.shuffle.par", 8)\n`);
    const items = await completionsBehind(editor, 'spark.sql.shuffle.par');
    const item = items.find(({ label }) => label === 'spark.sql.shuffle.partitions');
    const range = item?.range instanceof vscode.Range ? item.range : item?.range?.replacing;
    equal(range && editor.document.getText(range), 'spark.sql.shuffle.par');
  });

  it('offers nothing of ours in ordinary code', async () => {
    const editor = await openText('python', 'names = ["", "b"]\nnames.\n');
    equal(await offered(editor, new vscode.Position(0, 10)), []);
    equal(await offered(editor, new vscode.Position(1, 6)), []);
  });

  it('follows its switch at once', async () => {
    const editor = await openText('python', `${spark}spark.table("a").write.mode("")\n`);
    await completionsBehind(editor, '.mode("');
    const settings = vscode.workspace.getConfiguration('dataEngineering');
    const position = editor.document.positionAt(editor.document.getText().indexOf('.mode("') + 7);
    await settings.update('completion.enabled', false, vscode.ConfigurationTarget.Global);
    await until('silence', async () => (await offered(editor, position)).length === 0);
    await settings.update('completion.enabled', undefined, vscode.ConfigurationTarget.Global);
    await until('values again', async () => (await offered(editor, position)).includes('append'));
  });
});

/** All labels at a position but the words of the file, which VS Code adds itself. */
async function offered({ document }: vscode.TextEditor, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return labels(
    items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet),
  );
}

describe('Signature help', () => {
  after(closeAll);

  it('shows the parameters of a macro, the one at the caret marked', async () => {
    const editor = await openFile('dbt/models/staging/stg_orders.sql');
    const text = '{{ dbt.dateadd("day", ) }}';
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `${text}\n`));
    const help = await until(
      'signature help',
      async () =>
        await vscode.commands.executeCommand<vscode.SignatureHelp | undefined>(
          'vscode.executeSignatureHelpProvider',
          editor.document.uri,
          new vscode.Position(0, text.indexOf(', )') + 2),
          ',',
        ),
      30_000,
    );
    const [signature] = help.signatures;
    equal(signature?.label, 'dateadd(datepart, interval, from_date_or_timestamp)');
    equal(signature?.activeParameter ?? help.activeParameter, 1);
  });
});
