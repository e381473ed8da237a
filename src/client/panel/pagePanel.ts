import * as vscode from 'vscode';
import type { EntryLink, Page } from '../../catalogue/types';
import {
  isPageMessage,
  isPlaceState,
  type PageMessage,
  type PanelMessage,
  type WorkspaceVersion,
} from '../../protocol/page';
import type { Catalogue } from '../catalogue';
import { copyLink } from '../commands/copyLink';
import type { Inserter } from '../insert/inserter';
import { EditorPlace } from './editorPlace';
import { History, type Place } from './history';
import { pageHtml } from './html';
import { saveText } from './saveText';

const viewType = 'dataEngineering.page';

/** The one panel that shows pages. It is made when first needed, and again after a reload through its serializer. */
export class PagePanel implements vscode.WebviewPanelSerializer {
  readonly #extensionUri: vscode.Uri;
  readonly #catalogue: Catalogue;
  readonly #inserter: Inserter;
  readonly #log: vscode.LogOutputChannel;
  #panel: vscode.WebviewPanel | undefined;
  #history = new History();
  readonly #editor = new EditorPlace();
  #workspaceVersions: readonly WorkspaceVersion[] = [];
  /** The page's script has said that it runs. */
  #ready = false;

  constructor(extensionUri: vscode.Uri, catalogue: Catalogue, inserter: Inserter, log: vscode.LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#catalogue = catalogue;
    this.#inserter = inserter;
    this.#log = log;
  }

  register(): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(viewType, this);
  }

  /** Opens an entry, in the panel that is there or in a new one beside nothing it would cover. */
  async open(link: EntryLink): Promise<void> {
    this.#editor.remember();
    this.#history.open(link);
    if (this.#panel) {
      this.#panel.reveal(undefined, false);
      await this.#show();
      return;
    }
    const panel = vscode.window.createWebviewPanel(viewType, 'Data Engineering', vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.#adopt(panel);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (isPlaceState(state)) this.#history.open(state.link, state.scroll);
    else this.#history.open(await this.#firstTopic());
    this.#adopt(panel);
  }

  /**
   * Takes what the workspace pins: all of it, whenever it has been read anew; an empty list where it pins nothing or is
   * not known any more. The tool's page on show follows at once, later ones when they open. A tool may stand there
   * several times, with the file that pins it.
   */
  setWorkspaceVersions(versions: readonly WorkspaceVersion[]): void {
    this.#workspaceVersions = versions;
    if (this.#ready) void this.#post({ type: 'workspaceVersions', versions });
  }

  /** The entry in view, for commands that act on it. */
  get current(): EntryLink | undefined {
    return this.#panel ? this.#history.current?.link : undefined;
  }

  async #firstTopic(): Promise<EntryLink> {
    const { topics } = await this.#catalogue.index();
    return { kind: 'topic', id: topics[0]?.id ?? '' };
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#ready = false;
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extensionUri, 'media', 'book-light.svg'),
      dark: vscode.Uri.joinPath(this.#extensionUri, 'media', 'book-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(this.#extensionUri, 'dist', 'webview'),
        vscode.Uri.joinPath(this.#extensionUri, 'media'),
      ],
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#history = new History();
    });
    panel.webview.html = pageHtml(panel.webview, this.#extensionUri, 'Data Engineering Reference');
  }

  async #receive(message: unknown): Promise<void> {
    if (!isPageMessage(message)) {
      this.#log.warn(`A message from the page was refused: ${JSON.stringify(message)?.slice(0, 200)}`);
      return;
    }
    await this.#answer(message);
  }

  async #answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#show();
      case 'open':
        this.#history.leave(message.scroll);
        return this.open(message.link);
      case 'back':
      case 'forward':
        this.#history.leave(message.scroll);
        if (this.#history.go(message.type === 'back' ? -1 : 1)) await this.#show();
        return;
      case 'openExternal':
        await vscode.env.openExternal(vscode.Uri.parse(message.url, true));
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'copyLink':
        if (this.#history.current) {
          const { link } = this.#history.current;
          await copyLink({ ...link, anchor: message.anchor ?? link.anchor });
        }
        return;
      case 'returnToEditor':
        return this.#editor.goBack();
      case 'place':
        this.#history.moveTo(message.anchor);
        return;
      case 'save':
        return saveText(message.name, message.text);
      case 'compare':
        await vscode.commands.executeCommand('dataEngineering.compare', message.tools ?? message.tool);
        return;
      case 'insert':
        if (message.snippetId === undefined) await this.#inserter.insertText(message.text);
        else await this.#inserter.insertSnippet(message.snippetId);
    }
  }

  async #show(): Promise<void> {
    const place = this.#history.current;
    const panel = this.#panel;
    if (!place || !panel || !this.#ready) return;
    const page = await this.#read(place).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
      return undefined;
    });
    // a slow read must not overwrite what was opened after it
    if (place !== this.#history.current || panel !== this.#panel) return;
    const { canGoBack, canGoForward } = this.#history;
    panel.title = page?.title ?? 'Data Engineering';
    await this.#post(
      page
        ? {
            type: 'show',
            page,
            anchor: place.link.anchor,
            scroll: place.scroll,
            canGoBack,
            canGoForward,
            workspaceVersions: this.#workspaceVersions,
            editor: this.#editor.label,
          }
        : { type: 'failed', message: missing(place.link), canGoBack, canGoForward },
    );
  }

  /** The page of a place. An id out of use is followed, and forgotten: links copied from here are those of today. */
  async #read(place: Place): Promise<Page | undefined> {
    place.link = await this.#catalogue.follow(place.link);
    return this.#catalogue.page(place.link);
  }

  async #post(message: PanelMessage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

function missing({ kind, id }: EntryLink): string {
  return `There is no ${kind} called “${id}” in this version of the reference. Search for it, or pick one in the sidebar.`;
}
