import type { EntryLink } from '../../catalogue/types';

export interface Place {
  link: EntryLink;
  scroll: number;
}

/** Longest way back. */
const most = 100;

/** Where the reader has been, as in a browser: opening a page forgets what lay ahead. */
export class History {
  #places: Place[] = [];
  #at = -1;

  get current(): Place | undefined {
    return this.#places[this.#at];
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#places.length - 1;
  }

  open(link: EntryLink, scroll = 0): void {
    this.#places = [...this.#places.slice(0, this.#at + 1), { link, scroll }].slice(-most);
    this.#at = this.#places.length - 1;
  }

  /** Remembers how far the current page was scrolled before it is left. */
  leave(scroll: number): void {
    if (this.current) this.current.scroll = scroll;
  }

  /** Remembers the heading, or a guide's answers, that the reader went on to inside the current page. */
  moveTo(anchor: string | undefined): void {
    const { current } = this;
    if (current)
      current.link = { kind: current.link.kind, id: current.link.id, ...(anchor === undefined ? {} : { anchor }) };
  }

  /** One step back (-1) or forward (1); false at the end of the way. */
  go(step: -1 | 1): boolean {
    if (!this.#places[this.#at + step]) return false;
    this.#at += step;
    return true;
  }
}
