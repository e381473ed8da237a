import type * as vscode from 'vscode';
import { activateExtension } from './extension';

/** Desktop and remote: the client's library is loaded from a file of its own when the server starts. */
export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, async (catalogue, log) => {
    const { startNodeClient } = await import('./languageClientNode');
    return startNodeClient(context.extensionUri, catalogue, log);
  });
}
