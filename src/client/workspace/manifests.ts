import * as vscode from 'vscode';
import { manifestExclude, manifestGlob, type ManifestsParams } from '../../protocol/manifests';

/** A workspace with more of them is a collection of projects, where the nearest still count. */
const mostFiles = 300;

type Send = (params: ManifestsParams) => void;

/** Follows the files that pin versions, in whatever file system the workspace has. */
export class FollowedManifests implements vscode.Disposable {
  readonly #send: Send;
  readonly #known = new Set<string>();
  readonly #changes = vscode.workspace.createFileSystemWatcher(manifestGlob, false, false, true);
  /** A folder that goes is one event, whatever was in it. */
  readonly #deletions = vscode.workspace.createFileSystemWatcher('**', true, true, false);
  readonly #folders = vscode.workspace.onDidChangeWorkspaceFolders(() => this.sendAll());

  constructor(send: Send) {
    this.#send = send;
    this.#changes.onDidCreate((uri) => void this.#read([uri]));
    this.#changes.onDidChange((uri) => void this.#read([uri]));
    this.#deletions.onDidDelete((uri) => this.#forget(uri.toString()));
    this.sendAll();
  }

  /** All of them, for a server that knows none. */
  sendAll(): void {
    void vscode.workspace.findFiles(manifestGlob, manifestExclude, mostFiles).then(
      (uris) => this.#read(uris),
      () => undefined,
    );
  }

  dispose(): void {
    this.#changes.dispose();
    this.#deletions.dispose();
    this.#folders.dispose();
  }

  async #read(uris: readonly vscode.Uri[]): Promise<void> {
    for (const uri of uris) this.#known.add(uri.toString());
    this.#send({ files: await Promise.all(uris.map(textOf)) });
  }

  #forget(gone: string): void {
    const files = [...this.#known].filter((uri) => uri === gone || uri.startsWith(`${gone}/`));
    for (const uri of files) this.#known.delete(uri);
    if (files.length > 0) this.#send({ files: files.map((uri) => ({ uri, text: null })) });
  }
}

/** A file that cannot be read pins nothing. */
async function textOf(uri: vscode.Uri): Promise<ManifestsParams['files'][number]> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { uri: uri.toString(), text: new TextDecoder().decode(bytes) };
  } catch {
    return { uri: uri.toString(), text: null };
  }
}
