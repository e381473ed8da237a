import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './imports';

/** The content of strings that Python reads as one: as long as its source, so that offsets stay those of the file. */
export interface SqlText {
  start: number;
  end: number;
  /** What is no text of theirs is masked: spaces between two strings, braces where an f-string puts something in. */
  text: string;
}

/** The SQL in a string, in several that stand side by side, or in one of either in brackets. */
export function sqlTextIn(expression: SyntaxNode, source: string): SqlText | null {
  let at = expression;
  while (at.name === 'ParenthesizedExpression' && at.firstChild?.nextSibling) at = at.firstChild.nextSibling;
  const strings = at.name === 'ContinuedString' ? childrenOf(at) : [at];
  const pieces = strings.flatMap((node) => pieceOf(node, source) ?? []);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  let text = '';
  for (const piece of pieces) text += ' '.repeat(piece.start - first.start - text.length) + piece.text;
  return { start: first.start, end: last.end, text };
}

function pieceOf(node: SyntaxNode, source: string): SqlText | null {
  if (node.name !== 'String' && node.name !== 'FormatString') return null;
  const written = source.slice(node.from, node.to);
  const [head = '', prefix = '', quote = ''] = /^([a-zA-Z]{0,2})("""|'''|"|')/.exec(written) ?? [];
  if (quote === '') return null;
  const isClosed = written.length >= head.length + quote.length && written.endsWith(quote);
  const [start, end] = [node.from + head.length, node.to - (isClosed ? quote.length : 0)];
  let text = source.slice(start, end);
  for (let hole = node.firstChild; hole; hole = hole.nextSibling) {
    if (hole.name !== 'FormatReplacement') continue;
    const [from, to] = [hole.from - start, Math.min(hole.to, end) - start];
    text = text.slice(0, from) + '}'.repeat(to - from) + text.slice(to);
  }
  return { start, end, text: /r/i.test(prefix) ? text : text.replace(/\\(["'])/g, ' $1') };
}
