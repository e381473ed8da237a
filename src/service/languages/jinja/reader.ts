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

/** How much of a file is read before the caret, at the least. */
const reach = 32 * 1024;
/** Longest tag that is read. */
const longest = 32 * 1024;

const opening = /\{[{%#]/g;
const token =
  /(\s+|-?%\}|-?\}\})|([A-Za-z_]\w*)|("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|(\d[\d.]*\w*|[=!<>]=|\*\*|\/\/|[^])/gy;

/** The tag whose code holds an offset; null in text, in a comment, and between `raw` and `endraw`. */
export function jinjaPlaceAt(text: string, offset: number, from = 0): JinjaPlace | null {
  const start = Math.max(from, Math.floor((offset - reach) / reach) * reach);
  const tags = start === from && from > 0 ? new Tags(text, start) : tagsOf(text, start);
  return tags.at(offset);
}

let last: Tags | undefined;

/** The tags of the document that was asked about last are kept: a hover is rarely the only one. */
function tagsOf(text: string, start: number): Tags {
  if (last?.text !== text || last.start !== start) last = new Tags(text, start);
  return last;
}

/** The tags of a template, read as far as somebody asked. */
class Tags {
  readonly #tags: JinjaTag[] = [];
  #next: number;
  #raw = false;

  constructor(
    readonly text: string,
    readonly start: number,
  ) {
    this.#next = start;
  }

  at(offset: number): JinjaPlace | null {
    while (this.#next <= offset && this.#readOn(offset));
    const tag = this.#tags[this.#indexAt(offset)];
    if (!tag || offset < tag.start + 2 || offset >= tag.end) return null;
    const before = this.#tags.filter((one) => one.kind === 'statement' && one.start < tag.start);
    return { tag, before };
  }

  /** The last tag that begins before an offset. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#tags.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tags[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Reads the next tag; false where there is none before the offset. */
  #readOn(offset: number): boolean {
    const { text } = this;
    opening.lastIndex = this.#next;
    const opened = opening.exec(text);
    if (!opened || opened.index > offset) {
      this.#next = opened?.index ?? text.length + 1;
      return false;
    }
    if (opened[0] === '{#') {
      const close = text.indexOf('#}', opened.index + 2);
      this.#next = close < 0 ? text.length + 1 : close + 2;
      return true;
    }
    const tag = readTag(text, opened.index, opened[0] === '{{' ? 'expression' : 'statement');
    this.#next = tag.end;
    const head = tag.kind === 'statement' ? tag.tokens[0]?.text : undefined;
    if (head === 'raw' || head === 'endraw') this.#raw = head === 'raw';
    else if (!this.#raw) this.#tags.push(tag);
    return true;
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
