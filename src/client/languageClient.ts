import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { dbtFilesRequest, dbtTextsRequest, type DbtFilesParams, type DbtTextsParams } from '../protocol/dbtFiles';
import { manifestsNotification, pinsChangedNotification, pinsRequest, type WorkspacePin } from '../protocol/manifests';
import {
  explainRequest,
  readCatalogueRequest,
  type ExplainResult,
  type InitializationOptions,
} from '../protocol/server';
import type { Catalogue } from './catalogue';
import type { RunningClient } from './lazyServer';
import { hoverLanguages } from './languages';
import { findDbtFiles, readDbtFiles } from './workspace/dbtFiles';
import { FollowedManifests } from './workspace/manifests';

export const clientId = 'dataEngineering';
export const clientName = 'Data Engineering Reference';

/** Extensions whose hovers show the signatures of Python. */
const pythonServers = ['ms-python.vscode-pylance', 'ms-pyright.pyright', 'detachhead.basedpyright'];

/** What every host gives its client, apart from how the server is started. */
export function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    links: 'vscode',
    readCatalogue: true,
    sendsManifests: true,
    findsDbtFiles: true,
    signatureElsewhere: pythonServers.some((id) => vscode.extensions.getExtension(id)),
  };
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

/** Starts a client, lets the server read the catalogue through it, and hands it the files that pin versions. */
export async function startLanguageClient(client: BaseLanguageClient, catalogue: Catalogue): Promise<RunningClient> {
  const pinsChanged = new vscode.EventEmitter<void>();
  client.onRequest(readCatalogueRequest, (path: string) => catalogue.readText(path));
  client.onRequest(dbtFilesRequest, (params: DbtFilesParams) => findDbtFiles(params));
  client.onRequest(dbtTextsRequest, ({ uris }: DbtTextsParams) => readDbtFiles(uris));
  client.onNotification(pinsChangedNotification, () => pinsChanged.fire());
  await client.start();
  const manifests = new FollowedManifests((params) => {
    if (client.isRunning()) void client.sendNotification(manifestsNotification, params);
  });
  // a server that was killed has forgotten them
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) manifests.sendAll();
  });
  return {
    explain: (params) => client.sendRequest<ExplainResult>(explainRequest, params),
    pins: () => client.sendRequest<WorkspacePin[]>(pinsRequest),
    onDidChangePins: pinsChanged.event,
    dispose: async () => {
      manifests.dispose();
      await client.dispose();
    },
  };
}
