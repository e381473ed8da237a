import { TreeFragment, type Parser, type Tree } from '@lezer/common';
import type { TextDocument } from 'vscode-languageserver-textdocument';

export interface Parsed {
  tree: Tree;
  text: string;
  version: number;
}

/** Above this many characters a document is not parsed: half a second of work, for a file that nobody reads by hovering. */
const largestText = 4_000_000;

/** One tree a document, parsed anew only around what changed since the last version. */
export class ParseCache {
  readonly #parser: Parser;
  readonly #read: (document: TextDocument) => string;
  readonly #parsed = new Map<string, Parsed>();

  /** `read` gives the text to parse, of the same length as the document's own. */
  constructor(parser: Parser, read: (document: TextDocument) => string = (document) => document.getText()) {
    this.#parser = parser;
    this.#read = read;
  }

  /** The tree of this version, or null for a document too large or with a NUL byte in it (binary under a text name). */
  parse(document: TextDocument): Parsed | null {
    const last = this.#parsed.get(document.uri);
    if (last?.version === document.version) return last;
    const text = this.#read(document);
    if (text.length > largestText || text.includes('\0')) return null;
    const tree = last
      ? this.#parser.parse(
          text,
          TreeFragment.applyChanges(TreeFragment.addTree(last.tree), [changeBetween(last.text, text)]),
        )
      : this.#parser.parse(text);
    const parsed = { tree, text, version: document.version };
    this.#parsed.set(document.uri, parsed);
    return parsed;
  }

  forget(uri: string): void {
    this.#parsed.delete(uri);
  }
}

/** The one range that differs, found from both ends. */
function changeBetween(before: string, after: string) {
  const shortest = Math.min(before.length, after.length);
  const start = commonLength(shortest, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = commonLength(shortest - start, (from, to) => {
    const [atBefore, atAfter] = [before.length - to, after.length - to];
    return before.slice(atBefore, atBefore + to - from) === after.slice(atAfter, atAfter + to - from);
  });
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

/** Texts of this many characters are compared at once, which costs a fraction of going through them one by one. */
const stretch = 16_384;

/** How many characters are the same from an end on, `most` at the most; `same` compares those between two distances from it. */
function commonLength(most: number, same: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let step = stretch; step >= 1; step >>= 1) {
    while (length + step <= most && same(length, length + step)) length += step;
  }
  return length;
}
