import * as vscode from 'vscode';

/** The text editor that had the cursor last: a page or the sidebar may have the focus by now. */
export class LastEditor implements vscode.Disposable {
  #last = vscode.window.activeTextEditor;
  readonly #listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor && isText(editor)) this.#last = editor;
  });

  /** That editor with its column, or undefined when its document is closed or none was open. */
  get(): { document: vscode.TextDocument; column: vscode.ViewColumn | undefined } | undefined {
    const editor = vscode.window.activeTextEditor ?? this.#last ?? vscode.window.visibleTextEditors.find(isText);
    if (!editor || !isText(editor) || editor.document.isClosed) return undefined;
    return { document: editor.document, column: editor.viewColumn };
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

/** Output channels, search results and our own previews are no place to insert into. */
export function isText(editor: vscode.TextEditor): boolean {
  return !['output', 'search-result', 'data-engineering-preview'].includes(editor.document.uri.scheme);
}
