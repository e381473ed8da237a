import type { Span } from './span';

/** Longest line that is looked at, to each side of the caret. A longer one is data, not something a person wrote. */
const lineReach = 8 * 1024;

/** No line that is looked at is longer: one may reach as far to both sides. */
export const longestLine = 2 * lineReach;

const carriageReturn = 13;

/** The line around an offset without its line break, or null where it is too long to look at. */
export function lineAt(text: string, offset: number): Span | null {
  const first = Math.max(0, offset - lineReach);
  const before = text.slice(first, offset).lastIndexOf('\n');
  const after = text.slice(offset, offset + lineReach).indexOf('\n');
  if ((before < 0 && first > 0) || (after < 0 && offset + lineReach < text.length)) return null;
  const end = after < 0 ? text.length : offset + after;
  return { start: first + before + 1, end: text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end };
}

/** The line above one that starts at `start`; null at the top, and where it is too long to look at. */
export function lineAbove(text: string, start: number): Span | null {
  return start <= 0 ? null : lineAt(text, start - 1);
}

/** The line below one that ends at `end`; null at the bottom, and where it is too long to look at. */
export function lineBelow(text: string, end: number): Span | null {
  if (end >= text.length) return null;
  const next = end + (text.charCodeAt(end) === carriageReturn ? 2 : 1);
  return next > text.length ? null : lineAt(text, next);
}

/** Columns of white space before the first character of a line. */
export function indentOf(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && isBlank(text.charCodeAt(at))) at++;
  return at - line.start;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
