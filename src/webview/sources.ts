import type { Reference } from '../catalogue/types';

/**
 * The sources of one page under one numbering. The page's own references keep their numbers, which its Markdown
 * uses; those of embedded tables follow, and a source that occurs twice counts once.
 */
export class Sources {
  readonly list: Reference[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(references: Reference[]) {
    for (const reference of references) this.#add(reference);
  }

  /** The reference behind a number, 1-based. */
  get(number: number): Reference | undefined {
    return this.list[number - 1];
  }

  /** The number of a reference, 1-based. */
  numberOf(reference: Reference): number {
    return this.#numbers.get(reference.url) ?? this.#add(reference);
  }

  /** Page numbers for numbers into a table's own references. */
  translate(numbers: number[], references: Reference[]): number[] {
    return numbers
      .map((number) => references[number - 1])
      .filter((reference) => reference !== undefined)
      .map((reference) => this.numberOf(reference));
  }

  #add(reference: Reference): number {
    this.list.push(reference);
    if (!this.#numbers.has(reference.url)) this.#numbers.set(reference.url, this.list.length);
    return this.list.length;
  }
}
