import type { EntryLink } from '../catalogue/types';
import { isPlaceState, type PlaceState, type TableSetup } from '../protocol/page';
import type { Host } from './host';

const settled = 100;

/** More tables than this are not remembered: the one arranged longest ago is forgotten. */
const mostTables = 20;

/** Where the reader is. Kept in VS Code's state, so that a hidden or reloaded panel opens at the same line. */
export class Place {
  readonly #host: Host;
  readonly #kept: PlaceState | undefined;
  readonly #tables: Map<string, TableSetup>;
  #link: EntryLink | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    const kept: unknown = host.getState();
    this.#kept = isPlaceState(kept) ? kept : undefined;
    this.#tables = new Map(Object.entries(this.#kept?.tables ?? {}));
    // the browser would put another page where this one stood, some time after a reload
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => this.#saveSoon(), { passive: true });
    addEventListener('pagehide', () => this.#save());
  }

  get link(): EntryLink | undefined {
    return this.#link;
  }

  /**
   * To a page that has been drawn: at `scroll`, else where it stood before the panel was hidden or reloaded, else at
   * its anchor, else on top.
   */
  enter(link: EntryLink, scroll: number): void {
    const at = this.scrollOf(link, scroll);
    this.#link = link;
    if (at > 0) scrollTo(0, at);
    else if (!this.#scrollTo(link.anchor)) scrollTo(0, 0);
    this.#save();
  }

  /** The anchor that a page is entered at: that of its link, else the one before the panel was hidden or reloaded. */
  anchorOf(link: EntryLink): string | undefined {
    return link.anchor ?? this.#before(link)?.link.anchor;
  }

  /** How far down a page is entered: as asked, else as it stood before the panel was hidden or reloaded. */
  scrollOf(link: EntryLink, scroll: number): number {
    return scroll || (this.#before(link)?.scroll ?? 0);
  }

  /** To a place in the page on show that is no heading of it. */
  move(anchor: string | undefined): void {
    if (!this.#link) return;
    this.#link = { kind: this.#link.kind, id: this.#link.id, anchor };
    this.#save();
  }

  /** To a heading of the page on show; to its top without one. */
  jump(anchor: string | undefined): void {
    if (!this.#link) return;
    this.#link = { kind: this.#link.kind, id: this.#link.id, anchor };
    const heading = this.#scrollTo(anchor);
    if (heading) heading.focus({ preventScroll: true });
    else scrollTo(0, 0);
    this.#save();
  }

  table(id: string): TableSetup | undefined {
    return this.#tables.get(id);
  }

  keepTable(id: string, setup: TableSetup): void {
    this.#tables.delete(id);
    this.#tables.set(id, setup);
    if (this.#tables.size > mostTables) this.#tables.delete([...this.#tables.keys()][0]!);
    this.#saveSoon();
  }

  #before(link: EntryLink): PlaceState | undefined {
    const kept = this.#link === undefined ? this.#kept : undefined;
    return kept && wasAt(kept.link, link) ? kept : undefined;
  }

  #scrollTo(anchor: string | undefined): HTMLElement | undefined {
    const heading = anchor === undefined ? null : document.getElementById(anchor);
    heading?.scrollIntoView();
    return heading ?? undefined;
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), settled);
  }

  #save(): void {
    if (!this.#link) return;
    const tables = this.#tables.size > 0 ? { tables: Object.fromEntries(this.#tables) } : {};
    this.#host.setState({ link: this.#link, scroll: scrollY, ...tables });
  }
}

/** Whether `kept` is the place that `link` asks for: a link without anchor asks for any place on its page. */
function wasAt(kept: EntryLink, link: EntryLink): boolean {
  return kept.kind === link.kind && kept.id === link.id && (link.anchor === undefined || kept.anchor === link.anchor);
}
