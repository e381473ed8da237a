import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  explainRequest,
  readCatalogueRequest,
  type ExplainResult,
  type InitializationOptions,
} from '../protocol/server';
import type { Catalogue } from './catalogue';
import type { Explain } from './commands/explainSelection';
import { hoverLanguages } from './languages';

export const clientId = 'dataEngineering';
export const clientName = 'Data Engineering Reference';

/** What every host gives its client, apart from how the server is started. */
export function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { links: 'vscode', readCatalogue: true };
  return {
    documentSelector: [
      ...hoverLanguages.map((language) => ({ language })),
      // files that have no language of their own without another extension
      { pattern: '**/{requirements,constraints}*.{txt,in}' },
      { pattern: '**/*.{tf,sbt,gradle}' },
    ],
    initializationOptions,
    outputChannel: log,
    markdown: { isTrusted: { enabledCommands: ['dataEngineering.openPage'] } },
  };
}

/** Starts a client and lets the server read the catalogue through it. */
export async function startLanguageClient(client: BaseLanguageClient, catalogue: Catalogue): Promise<Explain> {
  client.onRequest(readCatalogueRequest, (path: string) => catalogue.readText(path));
  await client.start();
  return (params) => client.sendRequest<ExplainResult>(explainRequest, params);
}
