import { indentOf, lineAbove, lineBelow } from '../text/lines';
import type { Span } from '../text/span';
import { readLine } from './line';
import { inlineScalar, type Scalar } from './scalar';

/** How many lines up and down the entries of a sequence are looked for. */
const reach = 200;

/** The scalars among the entries of the block sequence that the line is an entry of; empty where it is none. */
export function blockEntries(text: string, line: Span): Scalar[] {
  const own = entryOf(text, line);
  if (own === undefined) return [];
  const column = indentOf(text, line);
  const above = collect(text, line, column, (from) => lineAbove(text, from.start));
  const below = collect(text, line, column, (from) => lineBelow(text, from.end));
  return [...above.reverse(), own, ...below].filter((scalar) => scalar !== null);
}

function collect(text: string, from: Span, column: number, next: (line: Span) => Span | null): (Scalar | null)[] {
  const found: (Scalar | null)[] = [];
  let line = next(from);
  for (let count = 0; line && count < reach; count++, line = next(line)) {
    const indent = indentOf(text, line);
    if (line.start + indent === line.end || indent > column || text.charAt(line.start + indent) === '#') continue;
    const entry = indent === column ? entryOf(text, line) : undefined;
    if (entry === undefined) break;
    found.push(entry);
  }
  return found;
}

/** The scalar of an entry's line, null where the entry is something else, undefined where the line is no entry. */
function entryOf(text: string, line: Span): Scalar | null | undefined {
  const { elements, value } = readLine(text, line);
  if (elements[0]?.kind !== 'dash') return undefined;
  return elements.length === 1 ? inlineScalar(text, value) : null;
}
