import type { Tree, TreeBuffer } from '@lezer/common';
import { ownText } from '../ownText';
import { collectBindings, type Binding, type Range } from './bindings';
import { readImport, textOf } from './imports';

interface Piece extends Range {
  key: Tree | TreeBuffer;
}

/** What a piece of a file binds, kept for as long as the parser keeps that piece of the tree. */
interface Summary {
  names: ReadonlySet<string>;
  stars: boolean;
  /** Every dotted path that an import names in it, in nested scopes too. */
  imports: string[];
  /** Where `global` statements begin, from the start of the piece. */
  globals: number[];
}

export type Summaries = WeakMap<Tree | TreeBuffer, Summary>;

/** What stands in a stretch of a file, by its offset. Of a star import the name is undefined. */
interface Found {
  names: { at: number; name: string | undefined }[];
  imports: { at: number; path: string }[];
  globals: number[];
}

/** Characters of a piece that is read in one go, and of one that keeps the names of those in it. */
const smallPiece = 4096;
const largePiece = 65_536;

const nothing: ReadonlySet<string> = new Set();

/**
 * The names that a file's outermost scope binds. The file is looked at in pieces of its tree; an edit changes those around
 * it, and what is known of the others still holds.
 */
export class FileNames {
  readonly #tree: Tree;
  readonly #text: string;
  readonly #summaries: Summaries;
  readonly #bindings = new Map<string, Binding[]>();
  #imports: string[] | undefined;
  #globals: number[] | undefined;

  constructor(tree: Tree, text: string, summaries: Summaries) {
    this.#tree = tree;
    this.#text = text;
    this.#summaries = summaries;
  }

  /** The bindings of a name, with those that star imports may be. */
  bindingsOf(name: string): Binding[] {
    const known = this.#bindings.get(name);
    if (known) return known;
    const found: Binding[] = [];
    this.#find(name, this.#whole, found, 0);
    this.#bindings.set(name, found);
    return found;
  }

  /** Every path that an import in this file names, relative ones left out. */
  imports(): string[] {
    if (this.#imports) return this.#imports;
    const found = new Set<string>();
    this.#eachSummary(this.#whole, ({ imports }) => imports.forEach((path) => found.add(path)));
    return (this.#imports = [...found]);
  }

  /** Offsets of the `global` statements in this file. */
  globals(): number[] {
    if (this.#globals) return this.#globals;
    const found: number[] = [];
    this.#eachSummary(this.#whole, ({ globals }, from) => found.push(...globals.map((offset) => from + offset)));
    return (this.#globals = found);
  }

  get #whole(): Piece {
    return { key: this.#tree, from: 0, to: this.#tree.length };
  }

  #find(name: string, piece: Piece, found: Binding[], depth: number): void {
    if (piece.to - piece.from <= largePiece) {
      const summary = this.#summary(piece, depth);
      if (!summary.names.has(name) && !summary.stars) return;
    }
    const parts = partsOf(piece, depth);
    if (parts) for (const part of parts) this.#find(name, part, found, depth + 1);
    else {
      const bindings = collectBindings(this.#tree.topNode, this.#text, this.#tree, piece);
      found.push(...bindings.filter((binding) => binding.name === name || binding.name === undefined));
    }
  }

  /** The summaries of a piece's parts, each with the offset where its part begins. */
  #eachSummary(piece: Piece, take: (summary: Summary, from: number) => void, depth = 0): void {
    const parts = piece.to - piece.from > largePiece ? partsOf(piece, depth) : null;
    if (parts) for (const part of parts) this.#eachSummary(part, take, depth + 1);
    else take(this.#summary(piece, depth), piece.from);
  }

  #summary(piece: Piece, depth: number): Summary {
    const known = this.#summaries.get(piece.key);
    if (known) return known;
    const parts = partsOf(piece, depth);
    if (piece.to - piece.from <= smallPiece && !parts?.some(({ key }) => this.#summaries.has(key))) {
      return this.#read(piece, parts ?? []);
    }
    const ofPart = (part: Piece) => ({ summary: this.#summary(part, depth + 1), at: part.from - piece.from });
    const summary = parts ? merged(parts.map(ofPart)) : summaryOf(this.#found(piece), piece);
    this.#summaries.set(piece.key, summary);
    return summary;
  }

  /** Reads a piece with its parts: after an edit the parser may keep the statements and put them together anew. */
  #read(piece: Piece, parts: readonly Piece[]): Summary {
    const found = this.#found(piece);
    for (const part of parts) this.#summaries.set(part.key, summaryOf(found, part));
    const summary = summaryOf(found, piece);
    this.#summaries.set(piece.key, summary);
    return summary;
  }

  #found(piece: Piece): Found {
    const bindings = collectBindings(this.#tree.topNode, this.#text, this.#tree, piece);
    return {
      names: bindings.map(({ name, node }) => ({ at: node.from, name })),
      imports: importsIn(this.#tree, this.#text, piece),
      globals: globalsIn(this.#text, piece),
    };
  }
}

/** What of a stretch stands in a piece of it. */
function summaryOf({ names, imports, globals }: Found, { from, to }: Range): Summary {
  const isIn = (at: number) => at >= from && at < to;
  const held = names.filter(({ at }) => isIn(at));
  return {
    names: held.length === 0 ? nothing : new Set(held.flatMap(({ name }) => (name === undefined ? [] : ownText(name)))),
    stars: held.some(({ name }) => name === undefined),
    imports: imports.filter(({ at }) => isIn(at)).map(({ path }) => ownText(path)),
    globals: globals.filter(isIn).map((at) => at - from),
  };
}

/** What a piece binds by what its parts bind, and where each of them begins in it. */
function merged(parts: readonly { summary: Summary; at: number }[]): Summary {
  const names = new Set<string>();
  for (const { summary } of parts) for (const name of summary.names) names.add(name);
  return {
    names,
    stars: parts.some(({ summary }) => summary.stars),
    imports: [...new Set(parts.flatMap(({ summary }) => summary.imports))],
    globals: parts.flatMap(({ summary, at }) => summary.globals.map((offset) => at + offset)),
  };
}

/** The parts of a stretch of statements; null for a statement. */
function partsOf({ key, from }: Piece, depth: number): Piece[] | null {
  if (!('children' in key) || depth > 40) return null;
  if (depth > 0 && !key.type.isAnonymous) return null;
  return key.children.map((child, index) => {
    const start = from + (key.positions[index] ?? 0);
    return { key: child, from: start, to: start + child.length };
  });
}

/** Paths in import statements: found by their first word in the text, and read from the tree. */
function importsIn(tree: Tree, text: string, { from, to }: Range): Found['imports'] {
  const found: Found['imports'] = [];
  for (const match of text.slice(from, to).matchAll(/(?:^|[;:])[ \t]*(?:from|import)\b/gm)) {
    const statement = tree.resolveInner(from + match.index + match[0].length, -1).parent;
    if (statement?.name !== 'ImportStatement') continue;
    const at = statement.from;
    const { names, paths } = readImport(statement, text);
    for (const { path } of names) if (path !== null) found.push({ at, path });
    for (const { segments, relative, base } of paths) {
      if (relative || base !== '') continue;
      found.push({ at, path: segments.map((segment) => textOf(segment, text)).join('.') });
    }
  }
  return found;
}

function globalsIn(text: string, { from, to }: Range): number[] {
  return Array.from(text.slice(from, to).matchAll(/\bglobal[ \t]/g), ({ index }) => from + index);
}
