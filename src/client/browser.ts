/// <reference lib="webworker" />
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension } from './extension';
import { clientId, clientName, clientOptions, startLanguageClient } from './languageClient';

/** The browser: the server runs in a worker of its own. */
export function activate(context: vscode.ExtensionContext): void {
  activateExtension(context, async (catalogue, log) => {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js');
    const client = new LanguageClient(clientId, clientName, new Worker(script.toString(true)), clientOptions(log));
    return startLanguageClient(client, catalogue);
  });
}
