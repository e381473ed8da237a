import { filler } from '../shell/reader';
import type { Span } from '../text/span';
import { plainWord, type Word } from '../text/word';

/** A scalar's content; quotes and the head of a block scalar stand outside of the span. */
export interface Scalar extends Span {
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
}

/** Longest scalar that is read. */
const longest = 128 * 1024;

/**
 * A scalar as its reader gets it, character for character where it stands in the document: line breaks that YAML folds
 * become spaces, escapes become fillers.
 */
export function scalarWord(text: string, scalar: Scalar): Word | null {
  if (scalar.end - scalar.start > longest) return null;
  const raw = text.slice(scalar.start, scalar.end);
  return { ...plainWord(text, scalar.start, scalar.end), text: views[scalar.style](raw) };
}

const views: Record<Scalar['style'], (raw: string) => string> = {
  literal: (raw) => raw,
  folded: fold,
  plain: fold,
  single: (raw) => fold(raw.replace(/''/g, `${filler}'`)),
  double: (raw) => fold(raw.replace(/\\(\r\n|[^])/g, escape)),
};

/** An empty line stays a line break; the other breaks become spaces. */
function fold(raw: string): string {
  return raw.replace(/\r?\n(?![ \t]*\r?\n)/g, (lineBreak) => ' '.repeat(lineBreak.length));
}

function escape(whole: string, escaped: string): string {
  if (/[\r\n]/.test(escaped)) return filler.repeat(whole.length);
  if (escaped === 'n') return `${filler}\n`;
  return filler + (escaped === 't' ? ' ' : escaped);
}

/** A scalar of one line as written, or null for what is none: a bracket, a head of a block scalar, nothing. */
export function inlineScalar(text: string, value: Span): Scalar | null {
  const first = text.charAt(value.start);
  if (value.end <= value.start || /[[{|>*]/.test(first)) return null;
  if (first !== '"' && first !== "'") return { ...value, style: 'plain' };
  const closed = value.end > value.start + 1 && text.charAt(value.end - 1) === first;
  const style = first === '"' ? 'double' : 'single';
  return { start: value.start + 1, end: closed ? value.end - 1 : value.end, style };
}
