import { isBlank, lineAt } from './lines';
import type { Span } from './span';

interface CommentSyntax {
  /** What starts a comment that ends with the line. */
  line: readonly string[];
  /** Characters between which such a start is text. */
  quotes: string;
  /** Where a line comment may start: anywhere, after white space, or only as the first thing of a line. */
  place: 'anywhere' | 'afterBlank' | 'firstOnLine';
  /** Comments that may go over several lines. */
  blocks: readonly (readonly [open: string, close: string])[];
}

/** How far back a block comment's start is looked for. */
const blockReach = 32 * 1024;

/** The part of a comment that stands on the caret's line, or null. */
type FindComment = (text: string, offset: number) => Span | null;

function commentFinder(syntax: CommentSyntax): FindComment {
  return (text, offset) => {
    const line = lineAt(text, offset);
    if (!line || offset > line.end) return null;
    const start = lineCommentStart(text, line, syntax);
    if (start !== null && start <= offset) return { start, end: line.end };
    return blockComment(text, offset, line, syntax);
  };
}

function lineCommentStart(text: string, line: Span, syntax: CommentSyntax): number | null {
  let first = true;
  for (let at = line.start; at < line.end; at++) {
    const character = text.charAt(at);
    const allowed =
      syntax.place === 'anywhere' || (syntax.place === 'firstOnLine' ? first : afterBlank(text, at, line));
    if (allowed && syntax.line.some((marker) => text.startsWith(marker, at))) return at;
    if (syntax.quotes.includes(character) && opensQuote(text, at, line, syntax)) at = quoteEnd(text, at, line.end);
    if (!isBlank(character.charCodeAt(0))) first = false;
  }
  return null;
}

function afterBlank(text: string, at: number, line: Span): boolean {
  return at === line.start || isBlank(text.charCodeAt(at - 1));
}

/** In the languages whose text stands without quotes, an apostrophe inside a word opens nothing. */
function opensQuote(text: string, at: number, line: Span, syntax: CommentSyntax): boolean {
  return syntax.place === 'anywhere' || at === line.start || /[\s[{(,:=]/.test(text.charAt(at - 1));
}

function quoteEnd(text: string, at: number, end: number): number {
  const quote = text.charAt(at);
  let next = at + 1;
  while (next < end && text.charAt(next) !== quote) next += text.charAt(next) === '\\' ? 2 : 1;
  return Math.min(next, end);
}

function blockComment(text: string, offset: number, line: Span, syntax: CommentSyntax): Span | null {
  for (const [open, close] of syntax.blocks) {
    const back = Math.max(0, offset - blockReach);
    const before = text.slice(back, offset);
    const opened = before.lastIndexOf(open);
    if (opened < 0 || before.indexOf(close, opened + open.length) >= 0) continue;
    if (isQuoted(text, back + opened, syntax)) continue;
    const closed = text.slice(offset, line.end).indexOf(close);
    const part = { start: Math.max(line.start, back + opened), end: closed < 0 ? line.end : offset + closed };
    return part.start < part.end ? part : null;
  }
  return null;
}

/** A path such as `"logs/*"` opens no comment. */
function isQuoted(text: string, at: number, syntax: CommentSyntax): boolean {
  const line = lineAt(text, at);
  if (!line) return true;
  for (let index = line.start; index < at; index++) {
    if (!syntax.quotes.includes(text.charAt(index))) continue;
    index = quoteEnd(text, index, line.end);
    if (index >= at) return true;
  }
  return false;
}

const cBlocks = [['/*', '*/']] as const;

/** `#` after white space: requirements. */
export const hashComment = commentFinder({ line: ['#'], quotes: '', place: 'afterBlank', blocks: [] });

/** `#` after white space, outside of quotes: YAML and TOML. */
export const quotedHashComment = commentFinder({ line: ['#'], quotes: '"\'', place: 'afterBlank', blocks: [] });

export const dockerfileComment = commentFinder({ line: ['#'], quotes: '', place: 'firstOnLine', blocks: [] });

export const settingsComment = commentFinder({ line: ['#', ';', '!'], quotes: '', place: 'firstOnLine', blocks: [] });

export const terraformComment = commentFinder({ line: ['#', '//'], quotes: '"', place: 'anywhere', blocks: cBlocks });

export const slashComment = commentFinder({ line: ['//'], quotes: '"\'', place: 'anywhere', blocks: cBlocks });

export const sqlComment = commentFinder({
  line: ['--'],
  quotes: '\'"`',
  place: 'anywhere',
  blocks: [...cBlocks, ['{#', '#}']],
});

export const xmlComment = commentFinder({ line: [], quotes: '', place: 'anywhere', blocks: [['<!--', '-->']] });
