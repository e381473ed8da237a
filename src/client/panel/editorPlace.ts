import * as vscode from 'vscode';
import { isText } from '../insert/lastEditor';

/** Where in an editor the reader was when they opened a page, so that one press leads back there. */
export class EditorPlace {
  #place: { uri: vscode.Uri; selection: vscode.Selection; column: vscode.ViewColumn | undefined } | undefined;

  /** Takes the active editor's place. Opened from a page, the place before stays: no editor is active then. */
  remember(): void {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isText(editor)) return;
    this.#place = { uri: editor.document.uri, selection: editor.selection, column: editor.viewColumn };
  }

  /** What people call the place: `orders.py:12`. */
  get label(): string | undefined {
    if (!this.#place) return undefined;
    const { uri, selection } = this.#place;
    return `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${selection.active.line + 1}`;
  }

  /** Goes back there; says so when the file is gone. */
  async goBack(): Promise<void> {
    if (!this.#place) return;
    const { uri, selection, column } = this.#place;
    try {
      await vscode.window.showTextDocument(uri, { selection, ...(column === undefined ? {} : { viewColumn: column }) });
    } catch {
      void vscode.window.showErrorMessage(
        `${vscode.workspace.asRelativePath(uri)} cannot be opened any more. It may have been moved or deleted.`,
      );
    }
  }
}
