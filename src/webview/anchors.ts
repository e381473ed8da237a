import type { Heading } from '../catalogue/types';

/** Gives headings the anchors that the compiler chose, found by title in reading order, or one made from the title. */
export class Anchors {
  readonly #known: Heading[];
  readonly #used = new Set<string>();

  constructor(headings: Heading[]) {
    this.#known = [...headings];
  }

  take(title: string): string {
    const at = this.#known.findIndex((heading) => plain(heading.title) === plain(title));
    const known = at < 0 ? undefined : this.#known.splice(at, 1)[0];
    return this.#unique(known?.anchor ?? slug(title));
  }

  #unique(wanted: string): string {
    let anchor = wanted;
    for (let count = 1; this.#used.has(anchor); count++) anchor = `${wanted}-${count}`;
    this.#used.add(anchor);
    return anchor;
  }
}

/** Titles compare without Markdown's marks and spacing. */
function plain(title: string): string {
  return title.replace(/[`*_]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function slug(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words?.join('-') ?? 'section';
}
