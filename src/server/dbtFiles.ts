import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  WatchKind,
  type Connection,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  dbtFilesGlob,
  dbtFilesRequest,
  dbtTextsRequest,
  type DbtFilesParams,
  type DbtTextsParams,
  type WorkspaceFile,
} from '../protocol/dbtFiles';
import { DbtWorkspace, type WorkspaceFiles } from '../service/dbt/workspace';

/** Without word of changes, in milliseconds: how long what was found is believed. */
const believed = 5000;

/** The files of dbt projects as the client finds and reads them. */
export function dbtFilesOfClient(connection: Connection): WorkspaceFiles {
  const find = (params: DbtFilesParams) => connection.sendRequest<WorkspaceFile[]>(dbtFilesRequest, params);
  return {
    projects: () => find({}),
    filesIn: (folders) => find({ folders: [...folders] }),
    read: (uris) =>
      connection.sendRequest<(string | null)[]>(dbtTextsRequest, { uris: [...uris] } satisfies DbtTextsParams),
  };
}

/** The dbt projects around the documents. Nothing is looked for, nor watched, before the first question. */
export class ServedDbtProjects {
  readonly #connection: Connection;
  readonly #workspace: DbtWorkspace;
  #canWatch: boolean;
  #asked = false;
  #askedAt = 0;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    files: WorkspaceFiles,
    /** The client tells of changes to files. */
    canWatch: boolean,
  ) {
    this.#connection = connection;
    this.#canWatch = canWatch;
    this.#workspace = new DbtWorkspace(withOpenDocuments(files, documents));
    documents.onDidChangeContent(({ document }) => this.#workspace.changed(document.uri, 'text'));
    documents.onDidClose(({ document }) => this.#workspace.changed(document.uri, 'text'));
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, () => this.#workspace.forget());
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) {
        this.#workspace.changed(uri, type === FileChangeType.Changed ? 'text' : 'existence');
      }
    });
  }

  resourceOf: DbtWorkspace['resourceOf'] = async (documentUri, call) => {
    await this.#refresh();
    return this.#workspace.resourceOf(documentUri, call);
  };

  testsOf: DbtWorkspace['testsOf'] = async (documentUri) => {
    await this.#refresh();
    return this.#workspace.testsOf(documentUri);
  };

  async #refresh(): Promise<void> {
    if (this.#canWatch) await this.#watch();
    else if (Date.now() - this.#askedAt > believed) {
      this.#askedAt = Date.now();
      this.#workspace.forget();
    }
  }

  async #watch(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const watching = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: dbtFilesGlob },
        // a folder that goes is one event, whatever was in it
        { globPattern: '**', kind: WatchKind.Delete },
      ],
    });
    await watching.catch(() => (this.#canWatch = false));
  }
}

/** What is being edited says more than the file. */
function withOpenDocuments(files: WorkspaceFiles, documents: TextDocuments<TextDocument>): WorkspaceFiles {
  return {
    ...files,
    read: async (uris) => {
      const texts = await files.read(uris);
      return uris.map((uri, index) => documents.get(uri)?.getText() ?? texts[index] ?? null);
    },
  };
}
