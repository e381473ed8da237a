import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, CDPSession, ConsoleMessage, Page as Tab, Request } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import type { PageMessage, PanelMessage, PlaceState } from '../../src/protocol/page';
import type { Page } from '../../src/catalogue/types';
import { today } from './fixtures';
import themes from './themes.json' with { type: 'json' };

export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as ThemeName[];

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The policy that the panel gives its page. */
const policy = (origin: string): string =>
  [
    "default-src 'none'",
    `style-src ${origin}`,
    `font-src ${origin}`,
    "script-src 'nonce-page'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/**
 * What VS Code puts before the page's own head: its API, and here also ears for broken policies. State lives as long
 * as the panel, through reloads; another panel starts without.
 */
const prelude = `
  const options = new URLSearchParams(location.search);
  if (sessionStorage.getItem('panel') !== options.get('panel')) sessionStorage.clear();
  sessionStorage.setItem('panel', options.get('panel'));
  if (options.has('without')) delete window[options.get('without')];
  window.sent = []; window.violations = [];
  addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(JSON.parse(JSON.stringify(message))),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });`;

/** The parts of VS Code's own style sheet for webviews that touch what the page draws, in its layer. */
const defaultStyles = `@layer vscode-default {
  body { background-color: transparent; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family);
    font-weight: var(--vscode-font-weight); font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
  a, a code { color: var(--vscode-textLink-foreground); }
  p > a { text-decoration: var(--text-link-decoration); }
  a:hover { color: var(--vscode-textLink-activeForeground); }
  a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
  code { font-family: var(--monaco-monospace-font); color: var(--vscode-textPreformat-foreground);
    background-color: var(--vscode-textPreformat-background); padding: 1px 3px; border-radius: 4px; }
  pre code { padding: 0; }
  blockquote { background: var(--vscode-textBlockQuote-background); border-color: var(--vscode-textBlockQuote-border); }
}
html { background: var(--vscode-editor-background); }`;

const fonts = {
  '--vscode-font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  '--vscode-font-weight': 'normal',
  '--vscode-font-size': '13px',
  '--vscode-editor-font-family': '"Droid Sans Mono", monospace',
  '--vscode-editor-font-size': '14px',
  '--text-link-decoration': 'none',
};

/** What VS Code sets on the root element and on the body for a theme. */
function attributesOf(theme: ThemeName): { style: string; classes: string } {
  const { kind, variables } = themes[theme];
  const style = Object.entries({ ...fonts, ...variables }).map(
    ([name, value]) => `${name}:${value.replaceAll('"', "'")}`,
  );
  const classes = kind === 'vscode-high-contrast-light' ? `${kind} vscode-high-contrast` : kind;
  return { style: style.join(';'), classes };
}

/** A document as a webview of VS Code holds it: variables on the root element, classes on the body. */
function html(theme: ThemeName, origin: string): string {
  const { style, classes } = attributesOf(theme);
  return `<!DOCTYPE html><html lang="en" style="${style}"><head><style>${defaultStyles}</style>
    <script>${prelude}</script><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy(origin)}">
    <title>Reference</title><link rel="stylesheet" href="page.css"></head>
    <body class="${classes}" role="document"><main id="page"></main><script nonce="page" src="page.js"></script></body></html>`;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}src/webview/main.ts`],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0]!.text;
}

/** A browser and a server of the page; one for each test file. */
export class Bench {
  /** The page's script as it ships. */
  readonly script: string;
  readonly origin: string;
  readonly #browser: Browser;
  readonly #tab: Tab;
  readonly #server: Server;
  #panels = 0;
  #session: CDPSession | undefined;

  private constructor(browser: Browser, tab: Tab, server: Server, script: string) {
    this.#browser = browser;
    this.#tab = tab;
    this.#server = server;
    this.script = script;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<Bench> {
    const [script, css] = await Promise.all([bundle(), readFile(`${root}media/page.css`, 'utf8')]);
    const server = createServer((request, response) => {
      const { pathname, searchParams, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const theme = (searchParams.get('theme') ?? 'dark-modern') as ThemeName;
      const files: Record<string, [string, string]> = {
        '/page.html': ['text/html', html(theme, origin)],
        '/page.js': ['text/javascript', script],
        '/page.css': ['text/css', css],
      };
      const [type, text] = files[pathname] ?? ['text/plain', ''];
      response.writeHead(pathname in files ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(text);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const browser = await launchBrowser();
    const tab = await browser.newPage();
    await tab.clock.setFixedTime(today);
    return new Bench(browser, tab, server, script);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** Zoomed, the same pane has fewer CSS pixels, each of them larger. */
  async #zoom(zoom: number, width: number, height: number): Promise<void> {
    const size = { width: Math.round(width / zoom), height: Math.round(height / zoom) };
    await this.#tab.setViewportSize(size);
    const session = (this.#session ??= await this.#tab.context().newCDPSession(this.#tab));
    if (zoom === 1) await session.send('Emulation.clearDeviceMetricsOverride');
    else await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: zoom, mobile: false });
  }

  /** An empty panel, its script running and waiting for a page. One at a time. */
  async open(options: PanelOptions = {}): Promise<Panel> {
    const { theme = 'dark-modern', width = 700, height = 900, without } = options;
    await this.#zoom(options.zoom ?? 1, width, height);
    await this.#tab.emulateMedia({
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
      forcedColors: options.forcedColors ? 'active' : 'none',
    });
    const panel = new Panel(this.#tab);
    const query = new URLSearchParams({ theme, panel: String(++this.#panels), ...(without && { without }) });
    await this.#tab.goto(`${this.origin}/page.html?${query}`);
    return panel;
  }
}

export interface PanelOptions {
  theme?: ThemeName;
  width?: number;
  height?: number;
  reducedMotion?: boolean;
  forcedColors?: boolean;
  /** 2 is 200 %: `width` and `height` are those of the pane on the screen. */
  zoom?: number;
  /** A global of the browser to do without. */
  without?: string;
}

interface PanelWindow extends Window {
  sent: PageMessage[];
  violations: string[];
}

/** The panel's side of the conversation. */
export class Panel {
  readonly tab: Tab;
  /** Everything that was asked of the network. */
  readonly requests: string[] = [];
  readonly errors: string[] = [];

  readonly #onRequest = (request: Request): void => void this.requests.push(request.url());
  readonly #onError = (error: Error): void => void this.errors.push(String(error));
  readonly #onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning') this.errors.push(message.text());
  };

  constructor(tab: Tab) {
    this.tab = tab;
    tab.on('request', this.#onRequest).on('pageerror', this.#onError).on('console', this.#onConsole);
  }

  close(): void {
    const { tab } = this;
    tab.off('request', this.#onRequest).off('pageerror', this.#onError).off('console', this.#onConsole);
  }

  async show(page: Page, more: Partial<Extract<PanelMessage, { type: 'show' }>> = {}): Promise<void> {
    await this.send({ type: 'show', page, canGoBack: false, canGoForward: false, ...more });
    await this.tab.locator(`article.${page.kind}-page, .failure`).waitFor();
    if ((await this.tab.locator('.failure').count()) > 0) throw new Error(this.errors.join('\n'));
  }

  /** Another theme, as VS Code changes it: under the page that is on show. */
  async setTheme(theme: ThemeName): Promise<void> {
    await this.tab.evaluate(({ style, classes }) => {
      // Not by attribute: the page's policy forbids that to everybody but VS Code.
      for (const part of style.split(';')) {
        const at = part.indexOf(':');
        document.documentElement.style.setProperty(part.slice(0, at), part.slice(at + 1));
      }
      document.body.className = classes;
    }, attributesOf(theme));
  }

  /** Posts a message and waits until the page has handled it. */
  async send(message: PanelMessage): Promise<void> {
    await this.tab.evaluate(
      (data) =>
        new Promise<void>((handled) => {
          addEventListener('message', () => setTimeout(handled), { once: true });
          postMessage(data);
        }),
      message,
    );
  }

  sent(): Promise<PageMessage[]> {
    return this.tab.evaluate(() => (window as unknown as PanelWindow).sent);
  }

  /** The last message of a type, or nothing. */
  async last(type: PageMessage['type']): Promise<PageMessage | undefined> {
    return (await this.sent()).filter((message) => message.type === type).at(-1);
  }

  violations(): Promise<string[]> {
    return this.tab.evaluate(() => (window as unknown as PanelWindow).violations);
  }

  state(): Promise<PlaceState | undefined> {
    return this.tab.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined);
  }
}
