import { touches, type Span } from '../text/span';
import { keyParts, keyPlace, type TomlPlace } from './key';

/** An open array, or a table: the one under a header, or one in braces. */
interface Frame {
  kind: 'array' | 'table';
  path: readonly string[];
}

/** How much is read after the caret, to the end of what it is in. */
const ahead = 8 * 1024;

/** Reads the body of a table up to the caret. */
export class TomlReader {
  #frames: Frame[];
  #found: TomlPlace | null = null;
  readonly #end: number;

  constructor(
    readonly text: string,
    public at: number,
    readonly offset: number,
    path: readonly string[],
  ) {
    this.#frames = [{ kind: 'table', path }];
    this.#end = Math.min(text.length, offset + ahead);
  }

  read(): TomlPlace | null {
    while (!this.#found && this.at < this.#end && this.at <= this.offset) {
      const frame = this.#frames.at(-1);
      const character = this.text.charAt(this.at);
      if (!frame) return null;
      if (/\s/.test(character) || character === ',') this.at++;
      else if (character === '#') this.#skipLine();
      else if (character === ']' || character === '}') this.#close();
      else if (frame.kind === 'array') this.#value([...frame.path, '[]']);
      else if (!this.#keyAndValue(frame)) return this.#found;
    }
    return this.#found;
  }

  #skipLine(): void {
    while (this.at < this.#end && !/[\r\n]/.test(this.text.charAt(this.at))) this.at++;
  }

  #close(): void {
    if (this.#frames.length > 1) this.#frames.pop();
    this.at++;
  }

  /** `key = value`; answers whether reading can go on. A key that is still being typed has no value. */
  #keyAndValue(frame: Frame): boolean {
    const written = /^(?:"[^"\r\n]*"?|'[^'\r\n]*'?|[^=\s"'#,{}[\]]|[ \t])+/.exec(this.#rest())?.[0] ?? '';
    if (written === '') return false;
    const parts = keyParts(written, this.at);
    this.#found = keyPlace(frame.path, parts, 'key', this.offset);
    this.at += written.length;
    if (this.text.charAt(this.at) !== '=') return true;
    this.at++;
    while (/[ \t]/.test(this.text.charAt(this.at))) this.at++;
    this.#value([...frame.path, ...parts.map((part) => part.text)]);
    return true;
  }

  /** The rest of the line, as far as a key can go. */
  #rest(): string {
    return this.text.slice(this.at, this.at + 512);
  }

  #value(path: readonly string[]): void {
    const character = this.text.charAt(this.at);
    if (character === '[') this.#open({ kind: 'array', path });
    else if (character === '{') this.#open({ kind: 'table', path });
    else if (character === '"' || character === "'") this.#string(character, path);
    else this.#skipBare();
  }

  #open(frame: Frame): void {
    this.#frames.push(frame);
    this.at++;
  }

  #skipBare(): void {
    const start = this.at;
    while (this.at < this.#end && !/[,\]}#\r\n]/.test(this.text.charAt(this.at))) this.at++;
    if (this.at === start) this.at++;
  }

  #string(quote: string, path: readonly string[]): void {
    const span = this.text.startsWith(quote.repeat(3), this.at) ? this.#longString(quote) : this.#shortString(quote);
    if (!this.#found && touches(span, this.offset)) this.#found = { path: [...path], part: 'value', span };
  }

  #longString(quote: string): Span {
    const start = this.at + 3;
    const close = this.text.indexOf(quote.repeat(3), start);
    const end = close < 0 || close > this.#end ? this.#end : close;
    this.at = end + 3;
    return { start, end };
  }

  /** A string ends with its line, closed or not. */
  #shortString(quote: string): Span {
    const start = ++this.at;
    while (this.at < this.#end && this.text.charAt(this.at) !== quote && !/[\r\n]/.test(this.text.charAt(this.at))) {
      this.at += quote === '"' && this.text.charAt(this.at) === '\\' ? 2 : 1;
    }
    const end = Math.min(this.at, this.#end);
    if (this.text.charAt(this.at) === quote) this.at++;
    return { start, end };
  }
}
