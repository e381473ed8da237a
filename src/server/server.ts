import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  explainRequest,
  readCatalogueRequest,
  type ExplainParams,
  type ExplainResult,
  type InitializationOptions,
} from '../protocol/server';
import { getLanguageService, type LanguageService } from '../service/languageService';
import type { WorkspaceFiles } from '../service/dbt/workspace';
import { WorkspacePins } from '../service/pins/workspacePins';
import { completionCapabilities, serveCompletion } from './completion';
import { dbtFilesOfClient, ServedDbtProjects } from './dbtFiles';
import { serveManifests } from './manifests';
import { notebookSync, OpenNotebooks } from './notebooks';
import { readSettings, SettingsStore } from './settings';

/** Reads a file of the compiled catalogue, by its path below `catalogue/`. */
export type CatalogueReader = (path: string) => Promise<string>;

/** What a door can do by itself, without the client. */
export interface Door {
  readCatalogue?: CatalogueReader;
  /** Finds the files below a folder that pin versions; for clients that do not send them. */
  findManifests?: (folderUri: string, found: (uri: string, text: string) => void) => Promise<void>;
  /** The files of dbt projects below folders; for clients that do not find them. */
  dbtFiles?: (folderUris: readonly string[]) => WorkspaceFiles;
}

/** Wires the language service to a connection. */
export function startServer(connection: Connection, door: Door = {}): void {
  const documents = new TextDocuments(TextDocument);
  const notebooks = new OpenNotebooks(documents);
  const settings = new SettingsStore();
  const pins = new WorkspacePins();
  let service: LanguageService | undefined;
  let folders: string[] = [];
  let pullsSettings = false;
  let registersSettings = false;
  let signatureElsewhere = false;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const read = options.readCatalogue || !door.readCatalogue ? readThroughClient(connection) : door.readCatalogue;
    if (!options.sendsManifests) folders = foldersOf(params);
    const watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    const dbtFiles = options.findsDbtFiles ? dbtFilesOfClient(connection) : door.dbtFiles?.(foldersOf(params));
    const dbt = dbtFiles && new ServedDbtProjects(connection, documents, dbtFiles, watches);
    service = getLanguageService({
      readCatalogue: read,
      links: options.links === 'vscode' ? 'vscode' : 'none',
      pinOf: (uri, distribution) => pins.of(uri, distribution),
      notebookOf: (uri) => notebooks.of(uri),
      isSparkSql: (uri) => pins.isSparkSql(uri),
      dbtAdapters: (uri) => pins.dbtAdapters(uri),
      ...(dbt && { dbtResource: dbt.resourceOf, dbtTests: dbt.testsOf }),
      usesDbtPackage: (uri, name) => pins.usesDbtPackage(uri, name),
      now: () => Date.now(),
    });
    signatureElsewhere = options.signatureElsewhere === true;
    pullsSettings = params.capabilities.workspace?.configuration === true;
    registersSettings = params.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        notebookDocumentSync: notebookSync,
        hoverProvider: true,
        ...completionCapabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'Data Engineering Reference' },
    };
  });

  connection.onInitialized(() => {
    for (const folder of folders)
      void door.findManifests?.(folder, (uri, text) => pins.set(uri, text)).catch(() => undefined);
    if (registersSettings) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'dataEngineering' });
    }
    if (pullsSettings) settings.pullFrom(() => connection.workspace.getConfiguration('dataEngineering'));
  });

  connection.onDidChangeConfiguration((change) => {
    const pushed = (change.settings as { dataEngineering?: unknown } | null)?.dataEngineering;
    if (pullsSettings) settings.pullFrom(() => connection.workspace.getConfiguration('dataEngineering'));
    else settings.set(readSettings(pushed));
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const { hover } = await settings.get();
    if (!document || !service || !hover.enabled) return null;
    return service.doHover(document, position, {
      prose: hover.prose,
      signature: hover.signature,
      signatureElsewhere,
    });
  });

  serveCompletion(connection, { documents, settings, service: () => service });

  connection.onRequest(explainRequest, async (params: ExplainParams): Promise<ExplainResult> => {
    const document = documents.get(params.textDocument.uri);
    if (!document || !service) return { link: null, word: params.selection };
    return service.explain(document, params.position, params.selection);
  });

  serveManifests(connection, documents, pins, async () => (await service?.names()) ?? null);

  documents.onDidClose(({ document }) => service?.forget(document.uri));
  notebooks.onDidClose((uri) => service?.forget(uri));
  documents.listen(connection);
  notebooks.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

function readThroughClient(connection: Connection): CatalogueReader {
  return (path) => connection.sendRequest<string>(readCatalogueRequest, path);
}
