// @ts-check
// The workspace of the web host: reads and writes a folder of this machine through the host's own server.
// Runs in the extension host of a browser, in development alone; it is not part of the product.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- such an extension host loads CommonJS alone
const vscode = require('vscode');

const { Disposable, EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace } = vscode;

exports.activate = (/** @type {import('vscode').ExtensionContext} */ context) => {
  const files = new WorkspaceFiles(new URL('/files', context.extensionUri.toString(true)).href);
  context.subscriptions.push(
    workspace.registerFileSystemProvider('workspace-files', files, { isCaseSensitive: true }),
    // A proposed API, hence not among the types; without it quick open and `findFiles` wait for ever.
    /** @type {any} */ (workspace).registerFileSearchProvider('workspace-files', files),
    workspace.registerNotebookSerializer('jupyter-notebook', notebooks),
  );
};

/**
 * Jupyter's files, which this build of VS Code cannot read in a browser: the text of their cells, without outputs.
 * @type {import('vscode').NotebookSerializer}
 */
const notebooks = {
  deserializeNotebook(content) {
    const { cells = [], ...rest } = JSON.parse(new TextDecoder().decode(content) || '{}');
    const language = rest.metadata?.language_info?.name ?? 'python';
    const read = cells.map((/** @type {any} */ cell) => {
      const isCode = cell.cell_type === 'code';
      const kind = isCode ? vscode.NotebookCellKind.Code : vscode.NotebookCellKind.Markup;
      const data = new vscode.NotebookCellData(kind, [cell.source].flat().join(''), isCode ? language : 'markdown');
      data.metadata = { cell };
      return data;
    });
    const notebook = new vscode.NotebookData(read);
    notebook.metadata = rest;
    return notebook;
  },
  serializeNotebook({ cells, metadata }) {
    const written = cells.map(({ kind, value, metadata: { cell } = {} }) => {
      const type =
        kind === vscode.NotebookCellKind.Code ? { cell_type: 'code', outputs: [] } : { cell_type: 'markdown' };
      return { metadata: {}, ...type, ...cell, source: value };
    });
    const file = { nbformat: 4, nbformat_minor: 5, metadata: {}, ...metadata, cells: written };
    return new TextEncoder().encode(JSON.stringify(file, null, 1));
  },
};

/**
 * @typedef {import('vscode').FileSystemProvider} FileSystemProvider
 * @implements {FileSystemProvider}
 */
class WorkspaceFiles {
  #changed = new EventEmitter();
  onDidChangeFile = this.#changed.event;

  /** @param {string} server */
  constructor(server) {
    this.server = server;
  }

  /** Changes made in this window are reported as they happen; others are not looked for. */
  watch() {
    return new Disposable(() => undefined);
  }

  /** @param {import('vscode').Uri} uri */
  async stat(uri) {
    const { folder, size, mtime, ctime } = await this.#properties(uri);
    return { type: folder ? FileType.Directory : FileType.File, size, mtime, ctime };
  }

  /** @param {import('vscode').Uri} uri @returns {Promise<[string, import('vscode').FileType][]>} */
  async readDirectory(uri) {
    const { children } = await this.#properties(uri);
    if (!children) throw FileSystemError.FileNotADirectory(uri);
    return children.map(([name, folder]) => [name, folder ? FileType.Directory : FileType.File]);
  }

  /** @param {import('vscode').Uri} uri */
  async readFile(uri) {
    return new Uint8Array(await (await this.#ask('GET', uri)).arrayBuffer());
  }

  /** @param {import('vscode').Uri} uri @param {Uint8Array} content @param {{ create: boolean, overwrite: boolean }} options */
  async writeFile(uri, content, options) {
    const existed = await this.#exists(uri);
    if (!existed && !options.create) throw FileSystemError.FileNotFound(uri);
    if (existed && options.create && !options.overwrite) throw FileSystemError.FileExists(uri);
    await this.#ask('PUT', uri, { body: new Uint8Array(content) });
    this.#report([existed ? FileChangeType.Changed : FileChangeType.Created, uri]);
  }

  /** @param {import('vscode').Uri} uri */
  async createDirectory(uri) {
    await this.#ask('MKCOL', uri);
    this.#report([FileChangeType.Created, uri]);
  }

  /** @param {import('vscode').Uri} uri */
  async delete(uri) {
    await this.#ask('DELETE', uri);
    this.#report([FileChangeType.Deleted, uri]);
  }

  /** @param {import('vscode').Uri} from @param {import('vscode').Uri} to @param {{ overwrite: boolean }} options */
  async rename(from, to, options) {
    await this.#refuseExisting(to, options);
    await this.#ask('MOVE', from, { headers: { destination: encodedPath(to) } });
    this.#report([FileChangeType.Deleted, from], [FileChangeType.Created, to]);
  }

  /** @param {import('vscode').Uri} from @param {import('vscode').Uri} to @param {{ overwrite: boolean }} options */
  async copy(from, to, options) {
    await this.#refuseExisting(to, options);
    await this.#ask('COPY', from, { headers: { destination: encodedPath(to) } });
    this.#report([FileChangeType.Created, to]);
  }

  /**
   * Every file of a folder; VS Code itself applies the pattern and the exclusions.
   * @param {unknown} _query
   * @param {{ folder: import('vscode').Uri }} options
   * @returns {Promise<import('vscode').Uri[]>}
   */
  async provideFileSearchResults(_query, { folder }) {
    const found = await Promise.all(
      (await this.readDirectory(folder)).map(async ([name, type]) => {
        const uri = Uri.joinPath(folder, name);
        return type === FileType.Directory ? this.provideFileSearchResults(_query, { folder: uri }) : [uri];
      }),
    );
    return found.flat();
  }

  /** @param {import('vscode').Uri} uri @param {{ overwrite: boolean }} options */
  async #refuseExisting(uri, { overwrite }) {
    if (!overwrite && (await this.#exists(uri))) throw FileSystemError.FileExists(uri);
  }

  /** @param {import('vscode').Uri} uri */
  #exists(uri) {
    return this.#properties(uri).then(
      () => true,
      () => false,
    );
  }

  /**
   * @param {import('vscode').Uri} uri
   * @returns {Promise<{ folder: boolean, size: number, mtime: number, ctime: number, children?: [string, boolean][] }>}
   */
  async #properties(uri) {
    return (await this.#ask('PROPFIND', uri)).json();
  }

  /** @param {string} method @param {import('vscode').Uri} uri @param {RequestInit} [init] */
  async #ask(method, uri, init) {
    const response = await fetch(`${this.server}/${encodedPath(uri)}`, { method, ...init });
    if (response.ok) return response;
    if (response.status === 404) throw FileSystemError.FileNotFound(uri);
    throw FileSystemError.Unavailable(`${method} ${uri.path}: ${response.status} ${await response.text()}`);
  }

  /** @param {[import('vscode').FileChangeType, import('vscode').Uri][]} changes */
  #report(...changes) {
    this.#changed.fire(changes.map(([type, uri]) => ({ type, uri })));
  }
}

/** Without the slash in front. @param {import('vscode').Uri} uri */
function encodedPath(uri) {
  return uri.path.split('/').filter(Boolean).map(encodeURIComponent).join('/');
}
