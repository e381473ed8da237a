import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import type { Catalogue } from './catalogue';
import type { RunningClient } from './lazyServer';
import { clientId, clientName, clientOptions, startLanguageClient } from './languageClient';

export async function startNodeClient(
  extensionUri: vscode.Uri,
  catalogue: Catalogue,
  log: vscode.LogOutputChannel,
): Promise<RunningClient> {
  const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server', 'node.cjs').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6123'] } },
  };
  const client = new LanguageClient(clientId, clientName, server, clientOptions(log));
  return startLanguageClient(client, catalogue);
}
