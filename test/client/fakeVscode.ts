import Module from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * As much of VS Code as the page panel asks for, so that panel, links and catalogue are tested together without a window.
 * Load what is to be tested with `withFakeVscode`: from then on `vscode` is this.
 */
export class FakeUri {
  constructor(
    readonly scheme: string,
    readonly authority: string,
    readonly path: string,
    readonly query = '',
    readonly fragment = '',
  ) {}

  static file(file: string): FakeUri {
    return new FakeUri('file', '', file);
  }

  static from(parts: Partial<FakeUri>): FakeUri {
    return new FakeUri(parts.scheme ?? '', parts.authority ?? '', parts.path ?? '', parts.query, parts.fragment);
  }

  static joinPath(base: FakeUri, ...parts: string[]): FakeUri {
    return new FakeUri(base.scheme, base.authority, path.posix.join(base.path, ...parts));
  }

  toString(): string {
    const fragment = this.fragment === '' ? '' : `#${this.fragment}`;
    return `${this.scheme}://${this.authority}${this.path}${fragment}`;
  }
}

/** A panel of the window: what was sent to its page, and a hand to send from there. */
export interface FakePanel {
  title: string;
  options: unknown;
  sent: { type: string; [key: string]: unknown }[];
  /** Resolves when the panel has answered. */
  fromPage(message: unknown): Promise<void>;
}

export class FakeWindow {
  readonly panels: FakePanel[] = [];
  readonly errors: string[] = [];
  readonly shown: { uri: string; options: unknown }[] = [];
  readonly missing = new Set<string>();
  clipboard = '';
  activeTextEditor: unknown;

  /** The module `vscode`, as far as it goes. */
  module(): unknown {
    return {
      Uri: FakeUri,
      ViewColumn: { Active: -1 },
      env: {
        uriScheme: 'vscodium',
        clipboard: { writeText: (text: string) => Promise.resolve(void (this.clipboard = text)) },
      },
      window: this.#window(),
      workspace: {
        fs: { readFile: (uri: FakeUri) => readFile(uri.path) },
        asRelativePath: (uri: FakeUri) => uri.path,
      },
    };
  }

  /** A panel that VS Code brings back after a restart. */
  newPanel(): object {
    return this.#panel('', {});
  }

  #window(): object {
    // an object literal has no getter that follows a field of another
    const state = () => this.activeTextEditor;
    return {
      get activeTextEditor() {
        return state();
      },
      createWebviewPanel: (_type: string, title: string, _column: unknown, options: unknown) =>
        this.#panel(title, options),
      showErrorMessage: (message: string) => void this.errors.push(message),
      setStatusBarMessage: () => undefined,
      showTextDocument: (uri: FakeUri, options: unknown) => {
        if (this.missing.has(uri.path)) return Promise.reject(new Error('gone'));
        this.shown.push({ uri: uri.toString(), options });
        return Promise.resolve();
      },
    };
  }

  #panel(title: string, options: unknown): object {
    let receive: (message: unknown) => unknown = () => undefined;
    const fake: FakePanel = { title, options, sent: [], fromPage: async (message) => void (await receive(message)) };
    this.panels.push(fake);
    return Object.assign(fake, {
      webview: {
        options: {},
        html: '',
        cspSource: 'x',
        asWebviewUri: (uri: FakeUri) => uri,
        onDidReceiveMessage: (listener: typeof receive) => (receive = listener),
        postMessage: (message: FakePanel['sent'][number]) => Promise.resolve(fake.sent.push(message)),
      },
      onDidDispose: () => undefined,
      reveal: () => undefined,
      dispose: () => undefined,
    });
  }
}

type Load = (request: string, ...rest: unknown[]) => unknown;

/** Runs `load`, in which `require('vscode')` gives the window's module. */
export async function withFakeVscode<T>(window: FakeWindow, load: () => Promise<T>): Promise<T> {
  const loader = Module as unknown as { _load: Load };
  const real = loader._load;
  const fake = window.module();
  loader._load = function (this: unknown, request, ...rest) {
    return request === 'vscode' ? fake : real.call(this, request, ...rest);
  };
  try {
    return await load();
  } finally {
    loader._load = real;
  }
}
