import type { EntryKind, EntryLink, ToolPage } from '../catalogue/types';
import type { PageMessage, PanelMessage, WorkspaceVersion } from '../protocol/page';
import { Anchors } from './anchors';
import { Bar } from './bar';
import { button } from './button';
import type { Context } from './context';
import { h } from './dom';
import type { Host } from './host';
import { followLinks, type Target } from './links';
import { outline } from './outline';
import { article } from './pages';
import { Place } from './place';
import { skeleton } from './skeleton';
import { Sources } from './sources';
import { workspaceVersions } from './workspace';

type Shown = Extract<PanelMessage, { type: 'show' }>;
type Failed = Extract<PanelMessage, { type: 'failed' }>;

/** How long a page may take before the old one gives way to a skeleton, and then to an apology. */
const noticed = 150;
const lost = 10_000;

/** Pages that take the full width: a list of their headings would only be in the way. */
const unlisted: EntryKind[] = ['comparison', 'guide', 'landscape'];

/** Shows one page after another in `root`, and tells the panel what its reader does. */
export class Reader {
  readonly #host: Host;
  readonly #root: HTMLElement;
  readonly #bar: Bar;
  readonly #view = h('div', { class: 'view' });
  readonly #status = h('div', { class: 'visually-hidden', role: 'status' });
  readonly #place: Place;
  /** The page on show, where it is that of a tool. */
  #tool: ToolPage | undefined;
  #canGo = { back: false, forward: false };
  #waiting: ReturnType<typeof setTimeout>[] = [];

  constructor(root: HTMLElement, host: Host) {
    this.#root = root;
    this.#host = host;
    this.#place = new Place(host);
    this.#bar = new Bar({
      back: () => this.#go('back'),
      forward: () => this.#go('forward'),
      copyLink: () => this.#copyLink(),
      returnToEditor: () => this.#post({ type: 'returnToEditor' }),
    });
    this.#wait('at-first');
    root.replaceChildren(this.#bar.element, this.#view, this.#status);
    followLinks(root, (target) => this.#follow(target));
    document.addEventListener('keydown', (event) => this.#onKey(event));
  }

  receive(message: PanelMessage): void {
    if (message.type === 'workspaceVersions') return this.#showVersions(message.versions);
    for (const timer of this.#waiting.splice(0)) clearTimeout(timer);
    this.#canGo = { back: message.canGoBack, forward: message.canGoForward };
    if (message.type === 'failed') return this.#fail(message);
    try {
      this.#show(message);
      this.#bar.showEditor(message.editor);
    } catch (error) {
      console.error(error);
      this.#fail({ ...message, type: 'failed', message: `“${message.page.title}” could not be drawn.` });
    }
  }

  #show(message: Shown): void {
    const first = this.#place.link === undefined;
    const { page } = message;
    const link = { kind: page.kind, id: page.id, anchor: message.anchor };
    link.anchor = this.#place.anchorOf(link);
    const drawn = article(page, this.#context(message, link, message.scroll ?? 0));
    this.#replace(unlisted.includes(page.kind) ? undefined : outline(drawn), drawn);
    this.#bar.update(page.kind, this.#canGo.back, this.#canGo.forward);
    this.#tool = page.kind === 'tool' ? page : undefined;
    document.title = page.title;
    this.#place.enter(link, message.scroll ?? 0);
    if (!first) this.#focusOn(page.title);
  }

  /** The pins were read after the page came, or have changed. */
  #showVersions(versions: readonly WorkspaceVersion[]): void {
    const page = this.#tool;
    if (!page) return;
    const lines = workspaceVersions(page, versions, new Date());
    this.#view.querySelector('.workspace')?.remove();
    if (lines) this.#view.querySelector('.quiet-facts')?.after(lines);
  }

  #context({ page, workspaceVersions: versions = [] }: Shown, link: EntryLink, scroll: number): Context {
    const tables = 'comparisons' in page ? page.comparisons : [];
    return {
      sources: new Sources(page.references),
      anchors: new Anchors(page.headings),
      tables: new Map(tables.map((table) => [table.id, table])),
      today: new Date(),
      workspaceVersions: versions,
      tableSetup: (id) => this.#place.table(id),
      keepTableSetup: (id, setup) => this.#place.keepTable(id, setup),
      anchor: link.anchor,
      entersBelow: link.anchor !== undefined || this.#place.scrollOf(link, scroll) > 0,
      moveTo: (next) => {
        this.#place.move(next);
        this.#post({ type: 'place', anchor: next });
      },
      post: (message) => this.#post(message),
      announce: (text) => this.#announce(text),
    };
  }

  /** A screen reader goes on from the new page's title; a hand on the Back button stays there. */
  #focusOn(title: string): void {
    if (this.#bar.element.contains(document.activeElement)) this.#announce(title);
    else this.#view.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  #fail(message: Failed): void {
    const goBack = message.canGoBack && button({ class: 'action', text: 'Go back', onClick: () => this.#go('back') });
    this.#replace(
      h(
        'section',
        { class: 'failure', role: 'alert' },
        h('h1', { tabindex: '-1' }, 'This page did not open'),
        h('p', {}, message.message),
        h('p', {}, 'Choose another entry in the Data Engineering view, or search for it.'),
        goBack,
      ),
    );
    this.#bar.update(undefined, message.canGoBack, message.canGoForward);
  }

  #replace(...content: (HTMLElement | undefined)[]): void {
    this.#view.replaceChildren(...content.filter((node) => node !== undefined));
    this.#root.removeAttribute('aria-busy');
  }

  #wait(when: 'at-first' | 'between'): void {
    this.#replace(skeleton(when));
    this.#root.setAttribute('aria-busy', 'true');
  }

  #follow(target: Target): void {
    if (target.type === 'external') this.#post({ type: 'openExternal', url: target.url });
    else if (target.type === 'anchor') this.#place.jump(target.anchor);
    else if (isHere(target.link, this.#place.link)) this.#place.jump(target.link.anchor);
    else {
      this.#post({ type: 'open', link: target.link, scroll: scrollY });
      this.#await();
    }
  }

  #go(type: 'back' | 'forward'): void {
    this.#post({ type, scroll: scrollY });
    this.#await();
  }

  /** The old page stays while the new one is on its way; only a slow one shows a skeleton. */
  #await(): void {
    for (const timer of this.#waiting.splice(0)) clearTimeout(timer);
    const message = 'The page did not arrive. Open it again from the Data Engineering view.';
    this.#waiting = [
      setTimeout(() => this.#wait('between'), noticed),
      setTimeout(
        () => this.#fail({ type: 'failed', message, canGoBack: this.#canGo.back, canGoForward: this.#canGo.forward }),
        lost,
      ),
    ];
  }

  #copyLink(): void {
    // A heading is linked to by the button beside it; answers have no other place.
    const { kind, anchor } = this.#place.link ?? {};
    this.#post(kind === 'guide' && anchor ? { type: 'copyLink', anchor } : { type: 'copyLink' });
    this.#announce('Link copied.');
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target instanceof HTMLInputElement) return;
    const direction = event.key === 'ArrowLeft' ? 'back' : event.key === 'ArrowRight' ? 'forward' : undefined;
    // With nowhere to go, the keys stay VS Code's own.
    if (!direction || !this.#canGo[direction]) return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(direction);
  }

  #post(message: PageMessage): void {
    this.#host.postMessage(message);
  }

  #announce(text: string): void {
    this.#status.textContent = text;
  }
}

function isHere(link: EntryLink, here: EntryLink | undefined): boolean {
  return link.kind === here?.kind && link.id === here.id && link.anchor !== undefined;
}
