import { indentOf, lineAbove, lineBelow } from '../text/lines';
import type { Span } from '../text/span';
import { readLine } from './line';
import type { TypedKey } from './typed';

/** How many lines up and down keys are looked for. */
const reach = 200;

/** Keys that stand in the same mapping as one that is being typed. */
export function siblingKeys(text: string, typed: TypedKey): Set<string> {
  const found = new Set<string>();
  if (!typed.opensEntry) walk(text, typed, (line) => lineAbove(text, line.start), found);
  walk(text, typed, (line) => lineBelow(text, line.end), found);
  return found;
}

function walk(text: string, { line: own, column }: TypedKey, next: (line: Span) => Span | null, found: Set<string>) {
  let line = next(own);
  for (let count = 0; line && count < reach; count++, line = next(line)) {
    const indent = indentOf(text, line);
    if (line.start + indent === line.end || indent > column) continue;
    const { elements } = readLine(text, line);
    const key = elements.find((element) => element.kind === 'key' && element.column === column);
    const opensEntry = elements[0]?.kind === 'dash';
    // below, an entry is the next one; above, it is the one that the key belongs to
    if (key && !(opensEntry && line.start > own.start)) found.add(key.key);
    if (indent < column || opensEntry) return;
  }
}
