/** What a token is. Comments and white space are none. */
export const tokenKind = {
  name: 1,
  quotedName: 2,
  operator: 3,
  number: 4,
  /** A plain string, its quotes included. */
  string: 5,
  character: 6,
  symbol: 7,
  open: 8,
  close: 9,
  punctuation: 10,
  /** `s"`, with its prefix; closed by `stringEnd`. */
  stringStart: 11,
  stringPart: 12,
  stringEnd: 13,
  /** `x` of `$x` in a string. */
  hole: 14,
  holeOpen: 15,
  holeClose: 16,
} as const;

/** The token is the first on its line. */
export const onNewLine = 0x40;
/** The token stands inside an interpolated string: scanning cannot begin there. */
export const insideString = 0x80;
export const kindMask = 0x3f;

export interface TokenSink {
  /** Answers whether scanning may stop: the caller knows the tokens from here on. */
  token(kind: number, start: number, end: number): boolean;
}

const letter = /[\p{L}_$]/u;
const letterOrDigit = /[\p{L}\p{N}_$]/u;
const operators = new Set('!#%&*+-/:<=>?@\\^|~');

/** One string or block in which the scanner stands: `"` or `"""`, or a block in a string with its depth of braces. */
type Frame = { quotes: string } | { depth: number };

/**
 * Scala's tokens from an offset outside of strings and comments on. Anything is accepted: an unfinished string ends with
 * its line, an unfinished comment or long string with the text.
 */
export function scanScala(text: string, from: number, sink: TokenSink): void {
  new Scanner(text, from, sink).run();
}

class Scanner {
  readonly #text: string;
  readonly #sink: TokenSink;
  readonly #frames: Frame[] = [];
  #at: number;
  #newLine: boolean;
  #stopped = false;

  constructor(text: string, from: number, sink: TokenSink) {
    this.#text = text;
    this.#at = from;
    this.#sink = sink;
    this.#newLine = from === 0 || text.charCodeAt(from - 1) === 10;
  }

  run(): void {
    while (this.#at < this.#text.length && !this.#stopped) {
      const frame = this.#frames.at(-1);
      if (frame && 'quotes' in frame) this.#inString(frame.quotes);
      else this.#inCode();
    }
  }

  #emit(kind: number, start: number, end: number): void {
    const flags = (this.#newLine ? onNewLine : 0) | (this.#frames.length > 0 ? insideString : 0);
    this.#newLine = false;
    this.#at = end;
    this.#stopped = this.#sink.token(kind | flags, start, end);
  }

  #inCode(): void {
    const at = this.#at;
    const code = this.#text.charCodeAt(at);
    if (code <= 32) {
      if (code === 10) this.#newLine = true;
      this.#at++;
    } else if (isLetter(code, this.#text, at)) this.#name();
    else if (code >= 48 && code <= 57) this.#emit(tokenKind.number, at, numberEnd(this.#text, at));
    else this.#mark(this.#text.charAt(at));
  }

  #mark(character: string): void {
    const [text, at] = [this.#text, this.#at];
    if (character === '/' && text[at + 1] === '/') this.#at = lineEnd(text, at);
    else if (character === '/' && text[at + 1] === '*') this.#comment();
    else if (character === '"') this.#emit(tokenKind.string, at, stringEnd(text, at));
    else if (character === "'") this.#apostrophe();
    else if (character === '`') this.#quotedName();
    else if ('([{'.includes(character)) this.#bracket(character, 1);
    else if (')]}'.includes(character)) this.#bracket(character, -1);
    else if (operators.has(character)) this.#emit(tokenKind.operator, at, operatorEnd(text, at));
    else if (',;.'.includes(character)) this.#emit(tokenKind.punctuation, at, at + 1);
    else this.#at++;
  }

  #name(): void {
    const [text, start] = [this.#text, this.#at];
    let end = nameEnd(text, start);
    if (text[end] === '"') {
      const quotes = text.startsWith('"""', end) ? '"""' : '"';
      this.#emit(tokenKind.stringStart, start, end + quotes.length);
      this.#frames.push({ quotes });
      return;
    }
    if (end - start > 1 && text[end - 1] === '_' && operators.has(text[end] ?? '')) end = operatorEnd(text, end);
    this.#emit(tokenKind.name, start, end);
  }

  /** `}` of `${…}` ends the block of a string. */
  #bracket(character: string, step: number): void {
    const frame = this.#frames.at(-1);
    const isBrace = character === '{' || character === '}';
    if (frame && 'depth' in frame && isBrace) {
      frame.depth += step;
      if (frame.depth === 0) {
        this.#emit(tokenKind.holeClose, this.#at, this.#at + 1);
        this.#frames.pop();
        return;
      }
    }
    this.#emit(step > 0 ? tokenKind.open : tokenKind.close, this.#at, this.#at + 1);
  }

  #quotedName(): void {
    const end = this.#text.indexOf('`', this.#at + 1);
    const line = lineEnd(this.#text, this.#at);
    if (end < 0 || end > line) this.#at++;
    else this.#emit(tokenKind.quotedName, this.#at, end + 1);
  }

  /** `'x'`, `'\n'`, or the symbol `'name`. */
  #apostrophe(): void {
    const [text, at] = [this.#text, this.#at];
    const end = text[at + 1] === '\\' ? text.indexOf("'", at + 3) : text[at + 2] === "'" ? at + 2 : -1;
    if (end > 0 && end - at <= 8) this.#emit(tokenKind.character, at, end + 1);
    else if (letter.test(text[at + 1] ?? '')) this.#emit(tokenKind.symbol, at, nameEnd(text, at + 1));
    else this.#at++;
  }

  #comment(): void {
    let depth = 1;
    let at = this.#at + 2;
    for (; at < this.#text.length && depth > 0; at++) {
      const code = this.#text.charCodeAt(at);
      const next = this.#text.charCodeAt(at + 1);
      if (code === 10) this.#newLine = true;
      else if (code === 42 && next === 47) {
        depth--;
        at++;
      } else if (code === 47 && next === 42) {
        depth++;
        at++;
      }
    }
    this.#at = at;
  }

  #inString(quotes: string): void {
    const [text, start] = [this.#text, this.#at];
    let at = start;
    while (at < text.length && !this.#endsPart(at, quotes))
      at += text[at] === '\\' && quotes === '"' ? 2 : partLength(text, at);
    at = Math.min(at, text.length);
    if (at > start) this.#emit(tokenKind.stringPart, start, at);
    if (at >= text.length || this.#stopped) return;
    if (text[at] === '$') this.#hole(at);
    else this.#close(at, quotes);
  }

  #endsPart(at: number, quotes: string): boolean {
    const character = this.#text[at];
    if (character === '$') return this.#text[at + 1] !== '$';
    if (quotes === '"') return character === '"' || character === '\n';
    return character === '"' && this.#text.startsWith('"""', at);
  }

  #hole(at: number): void {
    if (this.#text[at + 1] === '{') {
      this.#emit(tokenKind.holeOpen, at, at + 2);
      this.#frames.push({ depth: 1 });
    } else if (letter.test(this.#text[at + 1] ?? '')) {
      this.#emit(tokenKind.hole, at + 1, nameEnd(this.#text, at + 1, true));
    } else this.#emit(tokenKind.stringPart, at, at + 1);
  }

  /** A line's end closes a string that nobody closed. */
  #close(at: number, quotes: string): void {
    const isOpen = this.#text[at] === '\n';
    let end = isOpen ? at : at + quotes.length;
    while (quotes === '"""' && this.#text[end] === '"') end++;
    this.#emit(tokenKind.stringEnd, at, end);
    this.#frames.pop();
  }
}

/** `$$` is a dollar sign. */
function partLength(text: string, at: number): number {
  return text[at] === '$' ? 2 : 1;
}

function isLetter(code: number, text: string, at: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36) return true;
  return code > 127 && letter.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function nameEnd(text: string, start: number, withoutDollar = false): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95)
      continue;
    if (code === 36 && !withoutDollar) continue;
    if (code <= 127 || !letterOrDigit.test(text[end] ?? '')) break;
  }
  return end;
}

function numberEnd(text: string, start: number): number {
  return (
    start +
    (/^(?:0[xX][\da-fA-F_]+[lL]?|[\d_]+(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?[lLfFdD]?)/.exec(
      text.slice(start, start + 64),
    )?.[0].length ?? 1)
  );
}

/** Up to where a comment begins. */
function operatorEnd(text: string, start: number): number {
  let end = start + 1;
  while (operators.has(text[end] ?? '') && !(text[end] === '/' && (text[end + 1] === '/' || text[end + 1] === '*')))
    end++;
  return end;
}

function stringEnd(text: string, start: number): number {
  if (text.startsWith('"""', start)) {
    let end = text.indexOf('"""', start + 3);
    if (end < 0) return text.length;
    end += 3;
    while (text[end] === '"') end++;
    return end;
  }
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n')
    at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
  return Math.min(text.length, text[at] === '"' ? at + 1 : at);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
