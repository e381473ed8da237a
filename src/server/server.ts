import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Recognition } from '../catalogue/types';
import {
  explainRequest,
  readCatalogueRequest,
  type ExplainParams,
  type ExplainResult,
  type InitializationOptions,
} from '../protocol/server';
import { getLanguageService, type LanguageService } from '../service/languageService';
import { readSettings, SettingsStore } from './settings';

/** Reads a file of the compiled catalogue, by its path below `catalogue/`. */
export type CatalogueReader = (path: string) => Promise<string>;

/** Wires the language service to a connection. `readBeside` is the door's own way to the catalogue, where it has one. */
export function startServer(connection: Connection, readBeside?: CatalogueReader): void {
  const documents = new TextDocuments(TextDocument);
  const settings = new SettingsStore();
  let service: LanguageService | undefined;
  let pullsSettings = false;
  let registersSettings = false;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const read = options.readCatalogue || !readBeside ? readThroughClient(connection) : readBeside;
    service = getLanguageService({
      loadRecognition: async () => JSON.parse(await read('recognition.json')) as Recognition,
      links: options.links === 'vscode' ? 'vscode' : 'none',
    });
    pullsSettings = params.capabilities.workspace?.configuration === true;
    registersSettings = params.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    return {
      capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true },
      serverInfo: { name: 'Data Engineering Reference' },
    };
  });

  connection.onInitialized(() => {
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
    return service.doHover(document, position, { prose: hover.prose });
  });

  connection.onRequest(explainRequest, async (params: ExplainParams): Promise<ExplainResult> => {
    const document = documents.get(params.textDocument.uri);
    if (!document || !service) return { link: null, word: params.selection };
    return service.explain(document, params.position, params.selection);
  });

  documents.onDidClose(({ document }) => service?.forget(document.uri));
  documents.listen(connection);
  connection.listen();
}

function readThroughClient(connection: Connection): CatalogueReader {
  return (path) => connection.sendRequest<string>(readCatalogueRequest, path);
}
