import { TreeFragment, type Parser, type Tree } from '@lezer/common';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { changeBetween } from './changes';

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
  /** Documents that the parser could not take, since too many brackets were open in them. */
  readonly #refused = new Set<string>();

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
    const tree = this.#tree(document, text, last);
    if (!tree) return null;
    const parsed = { tree, text, version: document.version };
    this.#parsed.set(document.uri, parsed);
    return parsed;
  }

  #tree({ uri }: TextDocument, text: string, last: Parsed | undefined): Tree | null {
    if (this.#refused.has(uri) && isDeep(text)) return null;
    this.#refused.delete(uri);
    try {
      return last ? this.#parser.parse(text, keptFragments(last, text)) : this.#parser.parse(text);
    } catch {
      this.#refused.add(uri);
      return null;
    }
  }

  forget(uri: string): void {
    this.#parsed.delete(uri);
    this.#refused.delete(uri);
  }
}

/** What of a tree holds in another text. */
function keptFragments(last: Parsed, text: string): readonly TreeFragment[] {
  const { start, oldEnd, newEnd } = changeBetween(last.text, text);
  const change = { fromA: start, toA: oldEnd, fromB: start, toB: newEnd };
  return TreeFragment.applyChanges(TreeFragment.addTree(last.tree), [change]);
}

/** As many brackets are open at once as nobody opens by hand. */
const mostOpen = 1000;

/** Whether so many brackets are open somewhere: a look that takes a fraction of a parse. */
function isDeep(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length && open < mostOpen; at++) {
    const character = text.charCodeAt(at);
    if (character === 40 || character === 91 || character === 123) open++;
    else if (character === 41 || character === 93 || character === 125) open = Math.max(0, open - 1);
  }
  return open >= mostOpen;
}
