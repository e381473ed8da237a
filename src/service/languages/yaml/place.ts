import { indentOf, lineAt, lineBelow } from '../text/lines';
import { touches, type Span } from '../text/span';
import { ancestryOf, type Opener } from './climb';
import { blockEntries } from './entries';
import { flowPlaceAt } from './flow';
import { blockScalarStyle, readLine, type LineElement, type LineStructure } from './line';
import { inlineScalar, type Scalar } from './scalar';

/** A key or scalar of a YAML document. */
export interface YamlPlace {
  /** Keys from the root of the document; `[]` stands for an entry of a sequence. */
  path: string[];
  /** False where the top of the document is out of reach: then the path is only its end. */
  rooted: boolean;
  part: 'key' | 'value';
  scalar: Scalar;
  /** Where the place is an entry of a sequence: the scalars among its entries, in order. */
  entries: Scalar[];
}

/** How far past the caret a scalar of several lines is read. */
const reach = 16 * 1024;

/** The key or scalar under the caret, or null where there is none or the structure is not clear. */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | null {
  const line = lineAt(text, offset);
  if (!line) return null;
  const { elements, opener, rooted } = ancestryOf(text, line);
  const path = pathOf(elements);
  const found = opener ? openedPlace(text, offset, opener) : linePlace(text, offset, line, readLine(text, line));
  return found && { rooted, ...found, path: [...path, ...found.path] };
}

type LocalPlace = Omit<YamlPlace, 'rooted'>;

export function pathOf(elements: readonly LineElement[]): string[] {
  return elements.map(({ kind, key }) => (kind === 'dash' ? '[]' : key));
}

/** A place on a line of block structure. */
function linePlace(text: string, offset: number, line: Span, structure: LineStructure): LocalPlace | null {
  const { elements, value } = structure;
  const key = elements.find((element) => element.kind === 'key');
  if (key && touches(key.keySpan, offset)) {
    return { path: pathOf(elements), part: 'key', scalar: { ...key.keySpan, style: 'plain' }, entries: [] };
  }
  const last = elements.at(-1);
  if (!last || offset < value.start || blockScalarStyle(text, value)) return null;
  const kind = openerKind(text.charAt(value.start));
  if (last.kind === 'text' && kind !== 'flow') return null;
  const place = openedPlace(text, offset, { kind, line, column: last.column, value });
  const outer = last.kind === 'text' ? [] : pathOf(elements);
  return place && { ...place, path: [...outer, ...place.path] };
}

function openerKind(first: string): Opener['kind'] {
  if (first === '[' || first === '{') return 'flow';
  return first === '"' || first === "'" ? 'quoted' : 'plain';
}

/** A place in what a line opens: a flow collection, or a scalar that may go on below. */
function openedPlace(text: string, offset: number, opener: Opener): LocalPlace | null {
  if (opener.kind === 'flow') return flowPlaceAt(text, opener.value.start, offset);
  const scalar = openedScalar(text, opener, offset);
  if (!scalar || !touches(scalar, offset)) return null;
  return { path: [], part: 'value', scalar, entries: blockEntries(text, opener.line) };
}

/** The scalar that a line opens, as far as it is read: from its start to some way past the caret. */
export function openedScalar(text: string, opener: Opener, offset: number): Scalar | null {
  const { kind, line, column, value } = opener;
  if (kind === 'literal' || kind === 'folded') {
    const first = lineBelow(text, line.end);
    return first && { start: first.start, end: lastLineEnd(text, line, column, offset), style: kind };
  }
  if (kind === 'quoted') return quotedScalar(text, value.start, offset);
  return inlineScalar(text, { start: value.start, end: Math.max(value.end, plainEnd(text, opener, offset)) });
}

/** A plain scalar goes on over lines that are indented more; but a line with a key is one, whatever its indent. */
function plainEnd(text: string, opener: Opener, offset: number): number {
  const below = lineBelow(text, opener.line.end);
  if (!below || indentOf(text, below) <= opener.column || below.start + indentOf(text, below) === below.end) return 0;
  return readLine(text, below).elements[0]?.kind === 'text' ? lastLineEnd(text, opener.line, opener.column, offset) : 0;
}

/** The end of the last line below that is indented more than `column`; the lines down to the caret are known to be. */
function lastLineEnd(text: string, line: Span, column: number, offset: number): number {
  const caretLine = offset > line.end ? lineAt(text, offset) : null;
  let end = caretLine?.end ?? line.end;
  let next = lineBelow(text, end);
  while (next && next.end - offset < reach) {
    const indent = indentOf(text, next);
    const isEmpty = next.start + indent === next.end;
    if (!isEmpty && indent <= column) break;
    if (!isEmpty) end = next.end;
    next = lineBelow(text, next.end);
  }
  return end;
}

function quotedScalar(text: string, start: number, offset: number): Scalar {
  const quote = text.charAt(start);
  const last = Math.min(text.length, Math.max(start, offset) + reach);
  let at = start + 1;
  while (at < last && text.charAt(at) !== quote) at += quote === '"' && text.charAt(at) === '\\' ? 2 : 1;
  if (quote === "'") while (text.startsWith("''", at) && at < last) at = nextSingleQuote(text, at + 2, last);
  return { start: start + 1, end: Math.min(at, last), style: quote === '"' ? 'double' : 'single' };
}

function nextSingleQuote(text: string, from: number, last: number): number {
  const at = text.indexOf("'", from);
  return at < 0 || at > last ? last : at;
}
