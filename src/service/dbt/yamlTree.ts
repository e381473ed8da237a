import { indentOf, lineAt, lineBelow } from '../languages/text/lines';
import type { Span } from '../languages/text/span';
import { blockScalarStyle, readLine, type LineElement } from '../languages/yaml/line';
import { flowNode, scalarText, type YamlNode } from './yamlScalar';

/** A dash or a key, and what stands behind it on its line, or is opened there. */
interface Item {
  kind: 'dash' | 'key';
  column: number;
  key: string;
  value?: YamlNode;
}

/** Most lines that a scalar goes on over, and most characters that a quote or a bracket holds. */
const mostLines = 400;
const longest = 16 * 1024;
/** Characters of a file that are searched for the ends of quotes and brackets, so that a broken file costs little. */
const mostSearched = 2 * 1024 * 1024;
const deepest = 40;

/** Reads a document as far as it can be read; never throws. What is broken is left out, and of two documents the first counts. */
export function yamlTree(text: string): YamlNode | null {
  const reader = new TreeReader(itemsOf(text.replace(/\r\n?/g, '\n')));
  return reader.node(0, 0);
}

const quoted = /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*')/;
class TreeReader {
  #at = 0;

  constructor(readonly items: readonly Item[]) {}

  /** The mapping or sequence that begins at or right of a column; null where there is none. */
  node(column: number, depth: number): YamlNode | null {
    const first = this.items[this.#at];
    if (!first || first.column < column || depth > deepest) return null;
    return first.kind === 'dash' ? this.#sequence(first.column, depth) : this.#mapping(first.column, depth);
  }

  #sequence(column: number, depth: number): YamlNode[] {
    const entries: YamlNode[] = [];
    for (let item = this.#next(column); item?.kind === 'dash'; item = this.#next(column)) {
      this.#at++;
      const value = item.value ?? this.node(column + 1, depth + 1);
      if (value !== null) entries.push(value);
    }
    return entries;
  }

  #mapping(column: number, depth: number): Map<string, YamlNode> {
    const entries = new Map<string, YamlNode>();
    for (let item = this.#next(column); item?.kind === 'key'; item = this.#next(column)) {
      this.#at++;
      // the entries of a sequence may stand right below its key
      const isDash = this.items[this.#at]?.kind === 'dash';
      const value = item.value ?? this.node(isDash ? column : column + 1, depth + 1);
      if (value !== null && !entries.has(item.key)) entries.set(item.key, value);
    }
    return entries;
  }

  /** The next item, if it stands at a column; what is indented more belongs to nothing and is passed. */
  #next(column: number): Item | undefined {
    while ((this.items[this.#at]?.column ?? 0) > column) this.#at++;
    const item = this.items[this.#at];
    return item?.column === column ? item : undefined;
  }
}

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  const budget = { left: mostSearched };
  let line: Span | null = lineAt(text, 0);
  while (line) {
    const first = text.slice(line.start, line.start + 3);
    if ((first === '---' || first === '...') && items.length > 0) break;
    line = isAside(text, line) ? lineBelow(text, line.end) : lineBelow(text, readItems(text, line, items, budget));
  }
  return items;
}

/** Comments, directives and lines of a template engine. */
function isAside(text: string, line: Span): boolean {
  const at = line.start + indentOf(text, line);
  return at === line.end || /^(?:#|%|---|\{[{%#])/.test(text.slice(at, at + 3));
}

/** Takes the items of a line; gives the end of what the line opens. */
function readItems(text: string, line: Span, items: Item[], budget: { left: number }): number {
  const { elements, value } = readLine(text, line);
  const last = elements.at(-1);
  if (!last || last.kind === 'text') return line.end;
  for (const { kind, column, key } of elements) if (kind !== 'text') items.push({ kind, column, key });
  const item = items.at(-1);
  if (!item || value.start >= value.end) return line.end;
  const opened = openedBy(text, line, value, last, budget);
  if (opened.node !== null) item.value = opened.node;
  return opened.end;
}

function openedBy(
  text: string,
  line: Span,
  value: Span,
  { column }: LineElement,
  budget: { left: number },
): { node: YamlNode | null; end: number } {
  const written = text.slice(value.start, value.end);
  if (blockScalarStyle(text, value)) {
    const end = endBelow(text, line, (below) => indentOf(text, below) > column);
    return { node: text.slice(line.end, end).trim().replace(/\s+/g, ' '), end };
  }
  if (/^(?:[["']|\{(?!\{))/.test(written)) {
    const rest = text.slice(value.start, value.start + Math.min(longest, budget.left));
    const whole = /^["']/.test(written) ? quoted.exec(rest)?.[0] : bracketed(rest);
    // what is never closed is one line of nothing
    budget.left -= (whole ?? rest).length;
    if (whole === undefined) return { node: null, end: line.end };
    const end = lineAt(text, value.start + whole.length)?.end ?? line.end;
    return { node: /^["']/.test(whole) ? scalarText(whole) : flowNode(whole), end };
  }
  const goesOn = (below: Span) => indentOf(text, below) > column && readLine(text, below).elements[0]?.kind === 'text';
  const end = endBelow(text, line, goesOn);
  return { node: scalarText(end > line.end ? `${written} ${text.slice(line.end, end)}` : written), end };
}

/** The end of the last line below that goes on, where blank lines do not count. */
function endBelow(text: string, line: Span, goesOn: (below: Span) => boolean): number {
  let end = line.end;
  let below = lineBelow(text, line.end);
  for (let count = 0; below && count < mostLines; count++, below = lineBelow(text, below.end)) {
    if (below.start + indentOf(text, below) === below.end) continue;
    if (!goesOn(below)) break;
    end = below.end;
  }
  return end;
}

/** A text up to the bracket that closes its first; undefined where none does. */
function bracketed(text: string): string | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/["']/.test(character) && /[\s,[{:]/.test(text.charAt(at - 1))) {
      at += Math.max(0, (quoted.exec(text.slice(at))?.[0].length ?? 1) - 1);
    } else if (/[[{]/.test(character)) depth++;
    else if (/[\]}]/.test(character) && --depth === 0) return text.slice(0, at + 1);
  }
  return undefined;
}
