import { lineAbove, lineAt } from '../text/lines';
import type { Span } from '../text/span';
import { keyParts, keyPlace, type TomlPlace } from './key';
import { TomlReader } from './reader';

/** How far up the header of the caret's table is looked for. */
const reach = 64 * 1024;

const header = /^([ \t]*\[\[?[ \t]*)([\w-][^[\]\r\n=,]*)\]\]?[ \t]*(?:#.*)?$/;

/** The key or string under the caret, or null where there is none or its table is out of reach. */
export function tomlPlaceAt(text: string, offset: number): TomlPlace | null {
  const line = lineAt(text, offset);
  if (!line) return null;
  const head = header.exec(text.slice(line.start, line.end));
  if (head) return keyPlace([], keyParts(head[2] ?? '', line.start + (head[1]?.length ?? 0)), 'header', offset);
  const table = tableAbove(text, line);
  return table && new TomlReader(text, table.bodyStart, offset, table.path).read();
}

interface Table {
  path: string[];
  bodyStart: number;
}

/** The table whose header stands nearest above; the root where none does. */
function tableAbove(text: string, from: Span): Table | null {
  let first = from.start;
  for (let line = lineAbove(text, from.start); line; line = lineAbove(text, line.start)) {
    const name = header.exec(text.slice(line.start, line.end))?.[2];
    if (name !== undefined) return { path: keyParts(name, 0).map((part) => part.text), bodyStart: line.end };
    if (from.start - line.start > reach) return null;
    first = line.start;
  }
  return first === 0 ? { path: [], bodyStart: 0 } : null;
}
