import { indentOf, lineAbove, lineAt, lineBelow } from '../text/lines';
import type { Span } from '../text/span';

/** The value of a key that stands beside another one, if it is a plain word. */
export type Beside = (key: string) => string | undefined;

/** How many lines up and down a key is looked for. */
const reach = 60;

/** Reads the keys of the mapping, in block style, to which the line at an offset belongs. */
export function besideAt(text: string, offset: number): Beside {
  return (key) => {
    const own = lineAt(text, offset);
    if (!own) return undefined;
    const valueIn = (line: Span) =>
      /^[ ]*(?:-[ ]+)*(\w+):[ \t]+["']?([\w.]+)/.exec(text.slice(line.start, line.end))?.slice(1) ?? [];
    for (const line of mappingLines(text, own)) {
      const [written, value] = valueIn(line);
      if (written === key) return value;
    }
    return undefined;
  };
}

/** The lines whose keys stand in the same mapping as that of a line, itself among them. */
function mappingLines(text: string, own: Span): Span[] {
  const column = keyColumn(text, own);
  const found = [own];
  for (let line = lineAbove(text, own.start), count = 0; line && count < reach; count++) {
    const isOpened = opensEntry(text, found.at(-1) ?? own);
    if (isOpened || isOutside(text, line, column)) break;
    if (keyColumn(text, line) === column) found.push(line);
    line = lineAbove(text, line.start);
  }
  for (let line = lineBelow(text, own.end), count = 0; line && count < reach; count++) {
    // the entry below is another one
    if (isOutside(text, line, column) || (indentOf(text, line) < column && opensEntry(text, line))) break;
    if (keyColumn(text, line) === column && !opensEntry(text, line)) found.push(line);
    line = lineBelow(text, line.end);
  }
  return found;
}

function isOutside(text: string, line: Span, column: number): boolean {
  const indent = indentOf(text, line);
  return line.start + indent < line.end && indent < column && keyColumn(text, line) !== column;
}

function opensEntry(text: string, line: Span): boolean {
  return /^[ ]*-[ ]/.test(text.slice(line.start, line.start + 200));
}

/** Where the first key of a line stands, behind the dashes that it may have. */
function keyColumn(text: string, line: Span): number {
  return /^[ \t]*(?:-[ ]+)*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
}
