import { lineAt } from '../text/lines';
import type { Span } from '../text/span';
import { climb } from './climb';
import { readLine, type LineElement } from './line';
import { pathOf } from './place';

/** A key that is being typed; the span is what stands there of it. */
export interface TypedKey extends Span {
  part: 'key';
  /** Of the mapping that it is in. */
  path: string[];
  line: Span;
  column: number;
  /** The key is the first of an entry: `- ‸`. */
  opensEntry: boolean;
  hasColon: boolean;
}

/** A value that is being typed; quotes stand outside of the span. */
export interface TypedValue extends Span {
  part: 'value';
  /** Of its key. */
  path: string[];
  isQuoted: boolean;
}

/** Jinja's code somewhere in the line, which begins at `start`. */
export interface TypedJinja {
  part: 'jinja';
  start: number;
}

/** What is being typed on the caret's line, in block style; null where the structure is not clear. */
export function typedAt(text: string, offset: number): TypedKey | TypedValue | TypedJinja | null {
  const line = lineAt(text, offset);
  if (!line || offset > line.end) return null;
  const before = text.slice(line.start, offset);
  if (/(?:^|\s)#/.test(before)) return null;
  if (/\{[{%]/.test(before)) return { part: 'jinja', start: line.start };
  return typedKey(text, offset, line, before) ?? typedValue(text, offset, line, before);
}

function typedKey(text: string, offset: number, line: Span, before: string): TypedKey | null {
  const [whole, indent = '', word = ''] = /^([ ]*(?:-[ ]+)*)([+\w.-]*)$/.exec(before) ?? [];
  const rest = /^([\w.-]*)(\s*$|:(?:\s|$))/.exec(text.slice(offset, line.end));
  if (whole === undefined || !rest || word === '-') return null;
  const column = indent.length;
  const dashes = [...indent.matchAll(/-/g)].map(({ index }): LineElement => elementAt('dash', index, line));
  const { elements, opener, rooted } = climb(text, line, {
    elements: [...dashes, elementAt('text', column, line)],
    value: { start: offset, end: offset },
  });
  if (opener || !rooted) return null;
  return {
    part: 'key',
    start: line.start + column,
    end: offset + (rest[1] ?? '').length,
    path: [...pathOf(elements), ...dashes.map(() => '[]')],
    line,
    column,
    opensEntry: dashes.length > 0,
    hasColon: (rest[2] ?? '').startsWith(':'),
  };
}

function elementAt(kind: LineElement['kind'], column: number, line: Span): LineElement {
  return { kind, column, key: '', keySpan: { start: line.start + column, end: line.start + column } };
}

/** `key: val‸`; of a value on the lines below nothing is said. */
function typedValue(text: string, offset: number, line: Span, before: string): TypedValue | null {
  const written = /:[ \t]+(["']?)([\w.+-]*)$/.exec(before);
  if (!written) return null;
  const [, quote = '', value = ''] = written;
  const rest = text.slice(offset, line.end);
  const end = quote === '' ? /^([\w.+-]*)\s*(?:#.*)?$/.exec(rest) : /^([^"']*)(?:["']\s*(?:#.*)?)?$/.exec(rest);
  const structure = readLine(text, { start: line.start, end: offset - value.length - quote.length });
  if (!end || structure.elements.at(-1)?.kind !== 'key' || structure.value.end > structure.value.start) return null;
  const { elements, opener, rooted } = climb(text, line, structure);
  if (opener || !rooted) return null;
  return {
    part: 'value',
    start: offset - value.length,
    end: offset + (end[1] ?? '').length,
    path: [...pathOf(elements), ...pathOf(structure.elements)],
    isQuoted: quote !== '',
  };
}
