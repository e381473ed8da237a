import { indentOf } from '../text/lines';
import type { Span } from '../text/span';

/** What a line of block YAML opens: entries of sequences and a key of a mapping, left to right. */
export interface LineElement {
  /** A line that is neither, such as one of a scalar's, stands for itself as `text`. */
  kind: 'dash' | 'key' | 'text';
  column: number;
  /** A key's text without quotes; empty for the others. */
  key: string;
  keySpan: Span;
}

export interface LineStructure {
  elements: LineElement[];
  /** What stands after the elements, without tags, anchors and a comment. Empty where nothing does. */
  value: Span;
}

const properties = /^(?:[&!][^\s,[\]{}]*[ \t]+)+|^[&!][^\s,[\]{}]*$/;
const quotedKey = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=[ \t]*:(?:[ \t]|$))/;

/** Reads a line as block structure. Tolerant: whatever cannot be read is text. */
export function readLine(text: string, line: Span): LineStructure {
  const elements: LineElement[] = [];
  let at = line.start + indentOf(text, line);
  while (isDash(text, at, line.end)) {
    elements.push({ kind: 'dash', column: at - line.start, key: '', keySpan: { start: at, end: at + 1 } });
    at = skipBlanks(text, at + 1, line.end);
  }
  const rest = text.slice(at, line.end);
  const tagged = properties.exec(rest)?.[0].length ?? 0;
  const key = keyOf(rest.slice(tagged));
  if (key !== null) {
    const keySpan = { start: at + tagged, end: at + tagged + key.length };
    elements.push({ kind: 'key', column: at - line.start, key: unquoted(key), keySpan });
    at = skipBlanks(text, text.indexOf(':', keySpan.end) + 1, line.end);
  } else if (elements.length === 0 && at < line.end) {
    elements.push({ kind: 'text', column: at - line.start, key: '', keySpan: { start: at, end: at } });
  }
  return { elements, value: valueSpan(text, at, line.end) };
}

function isDash(text: string, at: number, end: number): boolean {
  return at < end && text.charAt(at) === '-' && (at + 1 === end || /[ \t]/.test(text.charAt(at + 1)));
}

/** The key at the start of `rest`, with its quotes, or null. */
function keyOf(rest: string): string | null {
  const quoted = quotedKey.exec(rest)?.[0];
  if (quoted !== undefined) return quoted;
  if (/^(?:["'[\]{}|>%@`#,]|$)/.test(rest)) return null;
  const colon = /:(?:[ \t]|$)/.exec(rest);
  if (!colon || /[ \t]#/.test(rest.slice(0, colon.index))) return null;
  return rest.slice(0, colon.index).trimEnd();
}

function unquoted(key: string): string {
  return /^["']/.test(key) ? key.slice(1, -1) : key;
}

/** From the value's first character to its last; a comment after it does not belong to it. */
function valueSpan(text: string, from: number, end: number): Span {
  const tagged = properties.exec(text.slice(from, end))?.[0].length ?? 0;
  const start = skipBlanks(text, from + tagged, end);
  const rest = text.slice(start, end);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0].length;
  if (quoted !== undefined) return { start, end: start + quoted };
  if (/^["'[{]/.test(rest)) return { start, end: start + rest.trimEnd().length };
  const comment = /(?:^|[ \t])#/.exec(rest);
  return { start, end: start + rest.slice(0, comment ? comment.index : rest.length).trimEnd().length };
}

function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && /[ \t]/.test(text.charAt(next))) next++;
  return next;
}

/** Whether a value is the head of a block scalar, and of which kind. */
export function blockScalarStyle(text: string, value: Span): 'literal' | 'folded' | null {
  const head = text.slice(value.start, value.end);
  if (!/^[|>](?:[+-]?\d?|\d[+-])$/.test(head)) return null;
  return head.startsWith('|') ? 'literal' : 'folded';
}
