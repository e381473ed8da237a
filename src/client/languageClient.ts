import * as vscode from 'vscode';
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
  // the walkthrough's third step is done by really seeing a hover
  let hovered = false;
  const markHovered = () => {
    if (!hovered) void vscode.commands.executeCommand('setContext', 'dataEngineering.hovered', true);
    hovered = true;
  };
  return {
    documentSelector: [
      ...hoverLanguages.map((language) => ({ language })),
      // files that have no language of their own without another extension
      { pattern: '**/{requirements,constraints}*.{txt,in}' },
      { pattern: '**/*.{tf,sbt,gradle}' },
    ],
    initializationOptions,
    outputChannel: log,
    middleware: {
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        if (hover) markHovered();
        return hover;
      },
    },
    markdown: { isTrusted: { enabledCommands: ['dataEngineering.openPage'] } },
  };
}

/** Starts a client and lets the server read the catalogue through it. */
export async function startLanguageClient(client: BaseLanguageClient, catalogue: Catalogue): Promise<Explain> {
  client.onRequest(readCatalogueRequest, (path: string) => catalogue.readText(path));
  await client.start();
  return (params) => client.sendRequest<ExplainResult>(explainRequest, params);
}
