import { tokenKind } from './scanner';
import { isName } from './statements';
import type { ScalaTokens } from './tokens';

/** One name that an import clause brings in, or with `*` all that its path holds. */
export interface Imported {
  /** Segments of the path as written, from its root on; without the `*`. */
  path: string[];
  /** The name that it has here; `*` for all. */
  name: string;
  /** Tokens of the path's segments and of the name that it had there. */
  segments: number[];
  /** The token of a new name. */
  renamed?: number;
}

/** What the clause behind an `import` brings in: `a.b.{C, D => E, _}`, `a.*`, `a.b as c`, `a.B, c.D`. */
export function readImport(tokens: ScalaTokens, keyword: number): { imported: Imported[]; end: number } {
  const imported: Imported[] = [];
  let at = keyword + 1;
  for (;;) {
    at = readPath(tokens, at, imported);
    if (!tokens.is(at, ',') || !isName(tokens, at + 1)) return { imported, end: at };
    at++;
  }
}

function readPath(tokens: ScalaTokens, start: number, imported: Imported[]): number {
  const segments: number[] = [];
  let at = start;
  while (isSegment(tokens, at)) {
    segments.push(at);
    if (!tokens.is(at + 1, '.')) return endOfPath(tokens, at + 1, segments, imported);
    at += 2;
  }
  if (tokens.is(at, '{')) return readBraces(tokens, at, segments, imported);
  if (isAll(tokens, at)) {
    add(tokens, segments, '*', imported);
    return at + 1;
  }
  // half-typed: `import a.b.`
  if (segments.length > 0) add(tokens, segments, '', imported);
  return at;
}

function isSegment(tokens: ScalaTokens, index: number): boolean {
  return (isName(tokens, index) && !tokens.is(index, '_')) || tokens.is(index, 'this');
}

function isAll(tokens: ScalaTokens, index: number): boolean {
  return tokens.is(index, '_') || tokens.is(index, '*');
}

function endOfPath(tokens: ScalaTokens, at: number, segments: number[], imported: Imported[]): number {
  const renamed = tokens.is(at, 'as') && isName(tokens, at + 1) ? at + 1 : undefined;
  add(tokens, segments, tokens.word(renamed ?? segments.at(-1)!), imported, renamed);
  return renamed === undefined ? at : renamed + 1;
}

function readBraces(tokens: ScalaTokens, open: number, segments: number[], imported: Imported[]): number {
  const close = tokens.partner(open);
  let at = open + 1;
  for (; close < 0 ? isName(tokens, at) || tokens.is(at, ',') : at < close; at++) {
    if (isAll(tokens, at)) add(tokens, segments, '*', imported);
    else if (isSegment(tokens, at)) {
      const hasNew = tokens.is(at + 1, '=>') || tokens.is(at + 1, 'as');
      const renamed = hasNew ? at + 2 : undefined;
      add(tokens, [...segments, at], hasNew ? tokens.word(at + 2) : tokens.word(at), imported, renamed);
      if (hasNew) at += 2;
    }
  }
  return close < 0 ? at : close + 1;
}

function add(tokens: ScalaTokens, segments: number[], name: string, imported: Imported[], renamed?: number): void {
  if (segments.length === 0) return;
  const path = segments.map((segment) => tokens.word(segment));
  imported.push({ path, name, segments: [...segments], ...(renamed !== undefined && { renamed }) });
}

/** Whether a token stands in an import clause: the `import` in front of it. */
export function importAround(tokens: ScalaTokens, index: number): number | null {
  for (let at = index, steps = 0; at >= 0 && steps < 400; at--, steps++) {
    if (tokens.is(at, 'import') && tokens.kind(at) === tokenKind.name) {
      return at === index || readImport(tokens, at).end <= index ? null : at;
    }
    const kind = tokens.kind(at);
    if (
      kind !== tokenKind.name &&
      kind !== tokenKind.quotedName &&
      kind !== tokenKind.punctuation &&
      !isPart(tokens, at)
    )
      return null;
  }
  return null;
}

function isPart(tokens: ScalaTokens, index: number): boolean {
  return ['{', '}', '=>', '_', '*'].some((mark) => tokens.is(index, mark));
}
