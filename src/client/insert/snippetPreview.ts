import * as vscode from 'vscode';
import type { Catalogue } from '../catalogue';

const scheme = 'data-engineering-preview';

/** Shows a snippet's code in a read-only editor beside, one at a time. */
export class SnippetPreview implements vscode.TextDocumentContentProvider {
  readonly #catalogue: Catalogue;
  #latest = '';

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const page = await this.#catalogue.page({ kind: 'snippet', id: uri.query });
    return page?.kind === 'snippet' ? `${page.code}\n` : '';
  }

  async show(id: string): Promise<void> {
    this.#latest = id;
    const page = await this.#catalogue.page({ kind: 'snippet', id });
    if (page?.kind !== 'snippet' || this.#latest !== id) return;
    const uri = vscode.Uri.from({ scheme, path: `/${page.prefix}`, query: id });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, page.language).then(undefined, () => document);
    if (this.#latest !== id) return;
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: true,
      preserveFocus: true,
    });
  }

  async close(): Promise<void> {
    this.#latest = '';
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(
      tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme),
    );
  }
}
