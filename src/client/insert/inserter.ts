import * as vscode from 'vscode';
import type { SnippetPage } from '../../catalogue/types';
import type { Catalogue } from '../catalogue';
import { fits } from './fitness';
import type { LastEditor } from './lastEditor';

/** Puts starter code into the editor that the user last worked in, or says why it cannot. */
export class Inserter {
  readonly #catalogue: Catalogue;
  readonly #lastEditor: LastEditor;

  constructor(catalogue: Catalogue, lastEditor: LastEditor) {
    this.#catalogue = catalogue;
    this.#lastEditor = lastEditor;
  }

  /** Inserts a snippet with its tab stops at the cursor. */
  async insertSnippet(id: string): Promise<void> {
    const page = await this.#catalogue.page({ kind: 'snippet', id });
    if (page?.kind !== 'snippet') {
      void vscode.window.showErrorMessage(`There is no snippet called “${id}”.`);
      return;
    }
    await this.#insert(new vscode.SnippetString(page.snippet), page);
  }

  /** Inserts text as it is. */
  async insertText(text: string): Promise<void> {
    await this.#insert(new vscode.SnippetString().appendText(text));
  }

  async #insert(code: vscode.SnippetString, page?: SnippetPage): Promise<void> {
    const target = this.#lastEditor.get();
    if (!target) return this.#offerNewFile(code, page, 'No file is open to insert into.');
    const { document, column } = target;
    if (page && !fits(page.language, document.languageId)) {
      const file = vscode.workspace.asRelativePath(document.uri);
      return this.#offerNewFile(code, page, `“${page.title}” is ${page.language}; ${file} is ${document.languageId}.`);
    }
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column });
    if (!(await editor.insertSnippet(code))) {
      void vscode.window.showErrorMessage(
        `Nothing was inserted: ${vscode.workspace.asRelativePath(document.uri)} cannot be edited. Open a file that can, and insert again.`,
      );
    }
  }

  async #offerNewFile(code: vscode.SnippetString, page: SnippetPage | undefined, why: string): Promise<void> {
    const create = 'Insert into a new file';
    if ((await vscode.window.showWarningMessage(why, create)) !== create) return;
    const document = await vscode.workspace.openTextDocument({ language: page?.language ?? 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(code);
  }
}
