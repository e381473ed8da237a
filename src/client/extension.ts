import * as vscode from 'vscode';
import type { WorkspacePin } from '../protocol/manifests';
import { Catalogue } from './catalogue';
import type { Explain } from './commands/explainSelection';
import { registerCommands } from './commands/register';
import { Inserter } from './insert/inserter';
import { LastEditor } from './insert/lastEditor';
import { SnippetPreview } from './insert/snippetPreview';
import { hoverLanguages } from './languages';
import { PagePanel } from './panel/pagePanel';
import { registerTrees } from './trees/catalogueTree';
import { EntryUriHandler } from './uriHandler';
import { workspaceVersions } from './workspace/pinnedTools';
import { pathInWorkspace, WorkspaceTree, workspaceViewId } from './workspace/workspaceTree';

/** A running language client: how to ask it, and how to end it. */
export interface RunningClient {
  explain: Explain;
  pins(): Promise<WorkspacePin[]>;
  onDidChangePins: vscode.Event<void>;
  dispose(): Promise<void>;
}

export type StartClient = (catalogue: Catalogue, log: vscode.LogOutputChannel) => Promise<RunningClient>;

/** Wires everything; nothing here reads a file or starts a process before a view, a command or a document asks for it. */
export function activateExtension(context: vscode.ExtensionContext, startClient: StartClient): void {
  const log = vscode.window.createOutputChannel('Data Engineering Reference', { log: true });
  const catalogue = new Catalogue(context.extensionUri);
  const lastEditor = new LastEditor();
  const inserter = new Inserter(catalogue, lastEditor);
  const preview = new SnippetPreview(catalogue);
  const panel = new PagePanel(context.extensionUri, catalogue, inserter, log);
  const server = new LazyServer(() => startClient(catalogue, log), log);
  context.subscriptions.push(
    log,
    lastEditor,
    server,
    preview.register(),
    panel.register(),
    vscode.window.registerUriHandler(new EntryUriHandler(panel)),
    ...registerTrees(catalogue),
    ...registerCommands({ catalogue, panel, inserter, preview, explain: (params) => server.explain(params) }, log),
  );
  const workspace = new WorkspaceTree(catalogue, () => server.pins());
  server.onDidChangePins(() => {
    workspace.refresh();
    void server.pins().then(
      (pins) => panel.setWorkspaceVersions(workspaceVersions(pins, pathInWorkspace)),
      () => undefined,
    );
  });
  context.subscriptions.push(vscode.window.registerTreeDataProvider(workspaceViewId, workspace));
  server.startWithFirstDocument();
}

/** The language server: started by the first document that it can say something about, after activation has returned. */
class LazyServer implements vscode.Disposable {
  readonly #start: () => Promise<RunningClient>;
  readonly #log: vscode.LogOutputChannel;
  #running: Promise<RunningClient> | undefined;
  #listener: vscode.Disposable | undefined;
  readonly #pinsChanged = new vscode.EventEmitter<void>();
  readonly onDidChangePins = this.#pinsChanged.event;

  constructor(start: () => Promise<RunningClient>, log: vscode.LogOutputChannel) {
    this.#start = start;
    this.#log = log;
  }

  startWithFirstDocument(): void {
    if (vscode.workspace.textDocuments.some(isOurs)) {
      setTimeout(() => void this.#ensure().catch(() => undefined), 0);
      return;
    }
    this.#listener = vscode.workspace.onDidOpenTextDocument((document) => {
      if (!isOurs(document)) return;
      this.#listener?.dispose();
      void this.#ensure().catch(() => undefined);
    });
  }

  async explain(params: Parameters<Explain>[0]): ReturnType<Explain> {
    return (await this.#ensure()).explain(params);
  }

  async pins(): Promise<WorkspacePin[]> {
    return (await this.#ensure()).pins();
  }

  dispose(): void {
    this.#listener?.dispose();
    void this.#running?.then((client) => client.dispose()).catch(() => undefined);
  }

  #ensure(): Promise<RunningClient> {
    this.#running ??= this.#start().then(
      (client) => {
        client.onDidChangePins(() => this.#pinsChanged.fire());
        return client;
      },
      (error: unknown) => {
        this.#log.error(error instanceof Error ? error : String(error));
        this.#running = undefined;
        throw error;
      },
    );
    return this.#running;
  }
}

function isOurs({ languageId, fileName }: vscode.TextDocument): boolean {
  return (
    hoverLanguages.some((language) => language === languageId) ||
    /requirements|constraints|\.(tf|sbt|gradle)$/.test(fileName)
  );
}
