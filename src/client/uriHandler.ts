import * as vscode from 'vscode';
import { parseEntryPath } from '../catalogue/links';
import type { PagePanel } from './panel/pagePanel';

/** Opens `vscode://<extension>/tool/spark#how-it-works`. */
export class EntryUriHandler implements vscode.UriHandler {
  readonly #panel: PagePanel;

  constructor(panel: PagePanel) {
    this.#panel = panel;
  }

  async handleUri(uri: vscode.Uri): Promise<void> {
    const link = parseEntryPath(uri.path, uri.fragment);
    if (link) await this.#panel.open(link);
    else void vscode.window.showErrorMessage(`This link leads nowhere in the reference: ${uri.path.slice(0, 80)}`);
  }
}
