import { lineAbove, lineAt, longestLine } from '../text/lines';
import type { Span } from '../text/span';

/** How far up the block around a line, or a heredoc, is looked for. */
const reach = 32 * 1024;

/** The line that opens the block around the caret, by indentation: Terraform's own formatter keeps it. */
export function blockAbove(text: string, line: Span): string | null {
  const column = indentation(text.slice(line.start, line.end));
  for (let above = lineAbove(text, line.start); above; above = lineAbove(text, above.start)) {
    const written = text.slice(above.start, above.end);
    if (/\{\s*(?:#.*|\/\/.*)?$/.test(written) && indentation(written) < column) return written.trim();
    if (line.start - above.start > reach) return null;
  }
  return null;
}

function indentation(written: string): number {
  return written.length - written.trimStart().length;
}

type State = 'code' | 'quoted' | 'heredoc';

/**
 * Whether an offset stands in an expression: outside of quotes, or in `${ }` inside of them. A heredoc is text, too,
 * but for its `${ }`.
 */
export function isExpression(text: string, offset: number): boolean {
  const line = lineAt(text, offset);
  if (!line) return false;
  const states: State[] = [inHeredoc(text, line) ? 'heredoc' : 'code'];
  for (let at = line.start; at < offset; at++) {
    if (states.at(-1) === 'code') readCode(states, text.charAt(at));
    else at += readText(states, text, at);
  }
  return states.at(-1) === 'code';
}

function readCode(states: State[], character: string): void {
  if (character === '"') states.push('quoted');
  else if (character === '{') states.push('code');
  else if (character === '}' && states.length > 1) states.pop();
}

/** Reads one character of text; answers how many more it took. */
function readText(states: State[], text: string, at: number): number {
  const character = text.charAt(at);
  const isQuoted = states.at(-1) === 'quoted';
  if (character === '"' && isQuoted) states.pop();
  if (character === '\\' && isQuoted) return 1;
  if ((character !== '$' && character !== '%') || text.charAt(at + 1) !== '{') return 0;
  if (text.charAt(at - 1) === character) return 1;
  states.push('code');
  return 1;
}

/** Whether a line stands between `<<EOT` and `EOT`. */
function inHeredoc(text: string, line: Span): boolean {
  // most files have none
  if (!text.slice(Math.max(0, line.start - reach - longestLine), line.start).includes('<<')) return false;
  const closed = new Set<string>();
  for (let above = lineAbove(text, line.start); above; above = lineAbove(text, above.start)) {
    const written = text.slice(above.start, above.end).trim();
    const delimiter = /<<-?([A-Za-z_]\w*)$/.exec(written)?.[1];
    if (delimiter !== undefined && !closed.delete(delimiter)) return true;
    if (/^[A-Za-z_]\w*$/.test(written)) closed.add(written);
    if (line.start - above.start > reach) return false;
  }
  return false;
}
