import type { Span } from '../text/span';

/** What stands in the clauses of `CREATE TABLE … USING csv OPTIONS (header 'true')`. */
export type TableSpot = Span &
  (
    | { kind: 'format'; format: string }
    | { kind: 'key'; key: string; format: string }
    | { kind: 'value'; key: string; value: string; format: string }
  );

interface Token extends Span {
  kind: 'word' | 'string' | 'sign';
  text: string;
}

/** How far before the caret a statement may start, and how much of one is read behind it. */
const reach = 8 * 1024;
const ahead = 256;

const token =
  /(\s+|--[^\n]*|\/\*[^]*?(?:\*\/|$))|('(?:[^'\\]|\\[^]|'')*(?:'|$)|"(?:[^"\\]|\\[^])*(?:"|$)|`[^`]*(?:`|$))|([A-Za-z_]\w*(?:\.\w+)*\.?)|(\d[\w.]*|[^])/gy;

/**
 * The format, option or value at an offset. `typing`: also where one may be written, up to the caret. Whose SQL it is
 * must be known: other engines have such clauses too.
 */
export function tableSpotAt(text: string, offset: number, typing = false): TableSpot | null {
  // most files have no such clause
  const start = Math.max(0, offset - reach);
  if (!/\busing\b/i.test(text.slice(start, offset))) return null;
  const end = typing ? offset : Math.min(text.length, offset + ahead);
  const statement = statementAt(tokensOf(text.slice(start, end), start), offset);
  return createsTable(statement) ? spotIn(statement, offset, typing) : null;
}

function tokensOf(text: string, start: number): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(token)) {
    const [whole, aside, string, word] = found;
    if (aside !== undefined) continue;
    const kind = string !== undefined ? 'string' : word !== undefined ? 'word' : 'sign';
    tokens.push({ kind, text: whole, start: start + found.index, end: start + found.index + whole.length });
  }
  return tokens;
}

/** The tokens of the statement around an offset. */
function statementAt(tokens: readonly Token[], offset: number): Token[] {
  const isEnd = ({ kind, text }: Token) => kind === 'sign' && text === ';';
  let first = 0;
  for (const [at, one] of tokens.entries()) {
    if (!isEnd(one)) continue;
    if (one.end > offset) return tokens.slice(first, at);
    first = at + 1;
  }
  return tokens.slice(first);
}

const beforeTable = /^(?:or|replace|refresh|global|temp|temporary|external)$/i;

/** `CREATE OR REPLACE TEMPORARY VIEW` and so on: a template's own statements may stand in front of it. */
function createsTable(tokens: readonly Token[]): boolean {
  if (!/^(?:create|replace)$/i.test(tokens[0]?.text ?? '')) return false;
  let at = 1;
  while (beforeTable.test(tokens[at]?.text ?? '')) at++;
  return /^(?:table|view)$/i.test(tokens[at]?.text ?? '');
}

function spotIn(tokens: readonly Token[], offset: number, typing: boolean): TableSpot | null {
  let depth = 0;
  let format: string | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text, start } = tokens[at] as Token;
    if (start >= offset && !typing) return null;
    if (kind === 'sign') depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    if (kind !== 'word' || depth > 0) continue;
    if (/^(?:as|select|with)$/i.test(text)) return null;
    if (/^using$/i.test(text) && format === undefined) {
      const next = tokens[at + 1];
      const spot = formatSpot(next, tokens[at] as Token, offset, typing);
      if (spot) return spot;
      format = next?.kind === 'word' || next?.text.startsWith('`') ? unquoted(next) : '';
      at++;
    } else if (/^options$/i.test(text) && tokens[at + 1]?.text === '(' && format) {
      const spot = optionSpot(tokens.slice(at + 2), format, offset, typing);
      if (spot !== 'outside') return spot;
    }
  }
  return null;
}

function formatSpot(next: Token | undefined, using: Token, offset: number, typing: boolean): TableSpot | null {
  if (!next) return typing && offset > using.end ? { kind: 'format', start: offset, end: offset, format: '' } : null;
  if (next.kind !== 'word' || offset < next.start || offset > next.end) return null;
  return { kind: 'format', start: next.start, end: next.end, format: shortName(next.text) };
}

/** `header 'true', sep = ';'`: keys, and their values behind a sign or none. */
function optionSpot(
  tokens: readonly Token[],
  format: string,
  offset: number,
  typing: boolean,
): TableSpot | null | 'outside' {
  let key: Token | undefined;
  for (const one of tokens) {
    if (one.kind === 'sign') {
      if (one.text === ')') return offset <= one.start ? null : 'outside';
      if (one.text === ',') key = undefined;
      else if (one.text !== '=') return null;
      continue;
    }
    if (offset >= one.start && offset <= one.end) return pieceSpot(one, key, format, offset);
    if (key && one.start >= offset) return null;
    key ??= one;
  }
  if (!typing || key) return null;
  return { kind: 'key', start: offset, end: offset, key: '', format: shortName(format) };
}

function pieceSpot(one: Token, key: Token | undefined, format: string, offset: number): TableSpot | null {
  const span = one.kind === 'string' ? contentOf(one) : one;
  if (offset < span.start || offset > span.end) return null;
  const place = { start: span.start, end: span.end, format: shortName(format) };
  const text = unquoted(one);
  return key ? { ...place, kind: 'value', key: unquoted(key), value: text } : { ...place, kind: 'key', key: text };
}

function contentOf({ start, end, text }: Token): Span {
  const isClosed = text.length > 1 && text.endsWith(text.charAt(0));
  return { start: start + 1, end: isClosed ? end - 1 : end };
}

function unquoted(one: Token): string {
  if (one.kind !== 'string') return one.text;
  const { start, end } = contentOf(one);
  return one.text.slice(start - one.start, end - one.start);
}

/** Spark knows some formats by the packages in which they once were. */
function shortName(format: string): string {
  const found = /^org\.apache\.spark\.sql\.(?:execution\.datasources\.)?(jdbc|json|parquet)(?:\.DefaultSource)?$/.exec(
    format,
  );
  return found?.[1] ?? format;
}
