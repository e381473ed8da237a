import type { Span } from '../text/span';

/** A key or string of a TOML document. */
export interface TomlPlace {
  /** Names of tables and keys from the root; `[]` for an entry of an array. */
  path: string[];
  part: 'key' | 'value' | 'header';
  /** The text without its quotes. */
  span: Span;
}

export interface KeyPart extends Span {
  text: string;
}

/** The parts of a dotted key that starts at `start`, without quotes and blanks. */
export function keyParts(key: string, start: number): KeyPart[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([^.\s"']+)/g)].map((match) => {
    const text = match[1] ?? match[2] ?? match[3] ?? '';
    const from = start + match.index + (match[3] === undefined ? 1 : 0);
    return { text, start: from, end: from + text.length };
  });
}

/** The part of a dotted key under the caret, with its path below `outer`. */
export function keyPlace(
  outer: readonly string[],
  parts: readonly KeyPart[],
  part: TomlPlace['part'],
  offset: number,
): TomlPlace | null {
  const index = parts.findIndex(({ start, end }) => start <= offset && offset <= end);
  const found = parts[index];
  if (!found) return null;
  const path = [...outer, ...parts.slice(0, index + 1).map(({ text }) => text)];
  return { path, part, span: { start: found.start, end: found.end } };
}
