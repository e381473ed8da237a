import { indentOf, lineAbove } from '../text/lines';
import type { Span } from '../text/span';
import { opensFlow } from './flow';
import { blockScalarStyle, readLine, type LineElement, type LineStructure } from './line';

/** What a line above opens that goes on over the lines below it. */
export interface Opener {
  kind: 'literal' | 'folded' | 'quoted' | 'flow' | 'plain';
  /** The line that opens it, and the column of the key or dash that it belongs to. */
  line: Span;
  column: number;
  value: Span;
}

export interface Ancestry {
  /** Keys and entries that hold the line, from the outermost to the innermost; `text` where a line is unreadable. */
  elements: LineElement[];
  opener: Opener | null;
  /** Whether the top of the document was reached. */
  rooted: boolean;
}

/** How far up lines are read. */
const reach = 256 * 1024;

/**
 * Climbs from a line to the root of its document, along lines that are indented less. It reads block structure only and
 * does not mind broken lines elsewhere, which a parser of the whole file does.
 */
export function climb(text: string, from: Span, structure: LineStructure): Ancestry {
  const climber = new Climber(text, from, structure);
  return climber.run();
}

let last: { text: string; start: number; ancestry: Ancestry } | undefined;

/** The ancestry of a line as it is written. That of the line asked about last is kept: a hover asks several times. */
export function ancestryOf(text: string, line: Span): Ancestry {
  if (last?.start !== line.start || last.text !== text) {
    last = { text, start: line.start, ancestry: climb(text, line, readLine(text, line)) };
  }
  return last.ancestry;
}

class Climber {
  #elements: LineElement[] = [];
  #opener: Opener | null = null;
  #column: number;
  #lastKind: LineElement['kind'];
  /** Whether all below the current line is text, so that it may go on a plain scalar. */
  #onlyText: boolean;

  constructor(
    readonly text: string,
    readonly from: Span,
    structure: LineStructure,
  ) {
    const first = structure.elements[0];
    this.#column = first?.column ?? indentOf(text, from);
    this.#lastKind = first?.kind ?? 'text';
    this.#onlyText = this.#lastKind === 'text';
  }

  run(): Ancestry {
    let line = lineAbove(this.text, this.from.start);
    while (line && this.from.start - line.start < reach) {
      if (this.#isAtRoot() || isDocumentStart(this.text, line)) return this.#result(true);
      this.#visit(line);
      line = lineAbove(this.text, line.start);
    }
    return this.#result(line === null || this.#isAtRoot());
  }

  #isAtRoot(): boolean {
    return this.#column === 0 && this.#lastKind === 'key';
  }

  #result(rooted: boolean): Ancestry {
    return { elements: this.#elements, opener: this.#opener, rooted };
  }

  #visit(line: Span): void {
    const indent = indentOf(this.text, line);
    if (indent > this.#column || line.start + indent === line.end) return;
    if (isAside(this.text, line.start + indent)) return;
    if (indent === this.#column && this.#lastKind !== 'dash') return;
    this.#adopt(line, readLine(this.text, line));
  }

  /** Takes the elements of a line that hold what is below it. */
  #adopt(line: Span, structure: LineStructure): void {
    const { elements, value } = structure;
    const first = elements[0];
    if (!first) return;
    const holders = elements.filter((element) => this.#holds(element));
    const holder = holders.at(-1);
    if (!holder) return;
    const opener = holder === elements.at(-1) ? this.#openerOf(line, holder, value) : null;
    if (opener) {
      this.#opener = opener;
      this.#elements = [];
    }
    if (!opener || holder.kind !== 'text') this.#elements.unshift(...holders);
    this.#column = first.column;
    this.#lastKind = first.kind;
    if (first.kind !== 'text') this.#onlyText = false;
  }

  /** What stands further left; but the entries of a sequence may stand right below its key. */
  #holds(element: LineElement): boolean {
    if (element.column < this.#column) return true;
    return element.column === this.#column && element.kind === 'key' && this.#lastKind === 'dash';
  }

  #openerOf(line: Span, holder: LineElement, value: Span): Opener | null {
    const kind = this.#openedKind(value);
    if (kind === null || (holder.kind === 'text' && kind !== 'flow')) return null;
    return { kind, line, column: holder.column, value };
  }

  #openedKind(value: Span): Opener['kind'] | null {
    const block = blockScalarStyle(this.text, value);
    if (block) return block;
    const written = this.text.slice(value.start, value.end);
    if (/^["']/.test(written)) return isClosed(written) ? null : 'quoted';
    if (opensFlow(written)) return 'flow';
    return written !== '' && this.#onlyText && !/^[[{*]/.test(written) ? 'plain' : null;
  }
}

function isClosed(written: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(written);
}

/** Comments and lines of a template engine hold nothing. */
function isAside(text: string, at: number): boolean {
  return text.charAt(at) === '#' || text.startsWith('{{', at) || text.startsWith('{%', at);
}

function isDocumentStart(text: string, line: Span): boolean {
  const first = text.charAt(line.start);
  if (first !== '-' && first !== '.') return false;
  return /^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(line.start, Math.min(line.end, line.start + 4)));
}
