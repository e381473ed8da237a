import * as vscode from 'vscode';
import type { WorkspacePin } from '../protocol/manifests';
import type { Explain } from './commands/explainSelection';
import { hoverLanguages } from './languages';

/** A running language client: how to ask it, and how to end it. */
export interface RunningClient {
  explain: Explain;
  pins(): Promise<WorkspacePin[]>;
  onDidChangePins: vscode.Event<void>;
  dispose(): Promise<void>;
}

/** The language server: started by the first document that it can say something about, after activation has returned. */
export class LazyServer implements vscode.Disposable {
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
