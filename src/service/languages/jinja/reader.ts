import type { Span } from '../text/span';

/** A piece of the code in a tag. A string's span holds its quotes. */
export interface JinjaToken extends Span {
  kind: 'name' | 'string' | 'sign';
  text: string;
}

/** A `{{ … }}` or `{% … %}`. */
export interface JinjaTag extends Span {
  kind: 'expression' | 'statement';
  tokens: readonly JinjaToken[];
}

/** The tag around an offset, and the statements before it, the nearest last. */
export interface JinjaPlace {
  tag: JinjaTag;
  before: readonly JinjaTag[];
}

/** How much of a file is read before the caret. */
const reach = 128 * 1024;
/** Longest tag that is read. */
const longest = 32 * 1024;

const opening = /\{[{%#]/g;
const token =
  /(\s+|-?%\}|-?\}\})|([A-Za-z_]\w*)|("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|(\d[\d.]*\w*|[=!<>]=|\*\*|\/\/|[^])/gy;

/** The tag whose code holds an offset; null in text, in a comment, and between `raw` and `endraw`. */
export function jinjaPlaceAt(text: string, offset: number, from = 0): JinjaPlace | null {
  const before: JinjaTag[] = [];
  let at = Math.max(from, offset - reach);
  let raw = false;
  for (;;) {
    opening.lastIndex = at;
    const opened = opening.exec(text);
    if (!opened || opened.index + 2 > offset) return null;
    if (opened[0] === '{#') {
      const close = text.indexOf('#}', opened.index + 2);
      if (close < 0 || close >= offset) return null;
      at = close + 2;
      continue;
    }
    const tag = readTag(text, opened.index, opened[0] === '{{' ? 'expression' : 'statement');
    if (offset < tag.end) return raw ? null : { tag, before };
    at = tag.end;
    const head = tag.kind === 'statement' ? tag.tokens[0]?.text : undefined;
    if (head === 'raw' || head === 'endraw') raw = head === 'raw';
    else if (head !== undefined && !raw) before.push(tag);
  }
}

function readTag(text: string, start: number, kind: JinjaTag['kind']): JinjaTag {
  const tokens: JinjaToken[] = [];
  const close = kind === 'expression' ? '}}' : '%}';
  let depth = 0;
  let at = start + 2;
  if (/[-+]/.test(text.charAt(at))) at++;
  const last = Math.min(text.length, start + longest);
  while (at < last) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) break;
    const [whole, skipped, name, string] = found;
    let end = at + whole.length;
    if (skipped?.endsWith('}')) {
      if (skipped.endsWith(close) && depth === 0) return { kind, start, end, tokens };
      // the two braces of a nested dictionary
      end = at + 1;
      if (whole.startsWith('}')) depth--;
    } else if (skipped === undefined) {
      const shown = name === undefined ? (string === undefined ? 'sign' : 'string') : 'name';
      tokens.push({ kind: shown, text: whole, start: at, end });
      if (whole === '{') depth++;
      else if (whole === '}') depth--;
    }
    at = end;
  }
  return { kind, start, end: at, tokens };
}
