import type { Scalar } from './scalar';

/** A place inside `[ ]` or `{ }`. */
export interface FlowPlace {
  /** Keys from the outermost bracket inwards; `[]` for an entry of a list. */
  path: string[];
  part: 'key' | 'value';
  scalar: Scalar;
  /** Scalars of the innermost list, where the place is one of them. */
  entries: Scalar[];
}

interface Frame {
  list: boolean;
  key: string;
  entries: Scalar[];
}

/** How much of a flow collection is read. */
const reach = 32 * 1024;

/** Reads a flow collection from its bracket to the caret, and on to the end of the list around the caret. */
export function flowPlaceAt(text: string, start: number, offset: number): FlowPlace | null {
  if (offset - start > reach) return null;
  return new FlowReader(text, start, offset).read();
}

class FlowReader {
  #frames: Frame[] = [];
  #found: FlowPlace | null = null;
  #foundDepth = 0;
  readonly #end: number;

  constructor(
    readonly text: string,
    public at: number,
    readonly offset: number,
  ) {
    this.#end = Math.min(text.length, at + reach);
  }

  read(): FlowPlace | null {
    while (this.at < this.#end) {
      if (this.#isOver()) break;
      const character = this.text.charAt(this.at);
      if (/\s/.test(character)) this.at++;
      else if (character === '#' && /\s/.test(this.text.charAt(this.at - 1))) this.#skipLine();
      else if ((character === '[' || character === '{') && !this.text.startsWith('{{', this.at)) this.#open(character);
      else if (character === ']' || character === '}') this.#close();
      else if (character === ',' || character === ':') this.#punctuation(character);
      else this.#scalar(character);
    }
    return this.#found;
  }

  /** Done when the list around the place is closed, or the caret is passed without one. */
  #isOver(): boolean {
    if (this.#found) return this.#foundDepth > this.#frames.length || !this.#frames.at(-1)?.list;
    return this.at > this.offset;
  }

  #skipLine(): void {
    while (this.at < this.#end && !/[\r\n]/.test(this.text.charAt(this.at))) this.at++;
  }

  #open(bracket: string): void {
    this.#frames.push({ list: bracket === '[', key: '', entries: [] });
    this.at++;
  }

  #close(): void {
    this.#frames.pop();
    this.at = this.#frames.length === 0 ? this.#end : this.at + 1;
  }

  #punctuation(character: string): void {
    const frame = this.#frames.at(-1);
    if (frame && character === ',') frame.key = '';
    this.at++;
  }

  #scalar(character: string): void {
    const scalar = character === '"' || character === "'" ? this.#quoted(character) : this.#plain();
    const frame = this.#frames.at(-1);
    if (!frame) return;
    const isKey = !frame.list && /^[ \t]*:/.test(this.text.slice(this.at, this.at + 8));
    if (isKey) frame.key = this.text.slice(scalar.start, scalar.end);
    if (frame.list) frame.entries.push(scalar);
    if (this.#found || scalar.start > this.offset || this.offset > scalar.end) return;
    const path = this.#frames.map(({ list, key }) => (list ? '[]' : key));
    this.#found = { path, part: isKey ? 'key' : 'value', scalar, entries: frame.entries };
    this.#foundDepth = this.#frames.length;
  }

  #quoted(quote: string): Scalar {
    const start = ++this.at;
    while (this.at < this.#end && this.text.charAt(this.at) !== quote) {
      this.at += quote === '"' && this.text.charAt(this.at) === '\\' ? 2 : 1;
    }
    const end = Math.min(this.at, this.#end);
    this.at = end + 1;
    return { start, end, style: quote === '"' ? 'double' : 'single' };
  }

  /** A plain scalar; `${NAME}` and `{{ name }}` belong to it, though their brackets look like flow. */
  #plain(): Scalar {
    const start = this.at;
    while (this.at < this.#end) {
      const ahead = this.text.slice(this.at, this.at + 2);
      if (ahead === '{{' || ahead === '${') this.#skipVariable();
      else if (/^(?:[,[\]{}\r\n]|:(?:[\s,[\]{}]|$)| #)/.test(ahead)) break;
      else this.at++;
    }
    if (this.at === start) this.at++;
    const end = start + this.text.slice(start, this.at).trimEnd().length;
    return { start, end, style: 'plain' };
  }

  #skipVariable(): void {
    const close = this.text.indexOf('}', this.at);
    this.at = close < 0 || close > this.#end ? this.#end : close + 1;
    if (this.text.charAt(this.at) === '}') this.at++;
  }
}

/** Whether a value opens a bracket that its own line does not close. */
export function opensFlow(value: string): boolean {
  if (!/^[[{]/.test(value) || value.startsWith('{{')) return false;
  const bare = value.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
  return bare.replace(/[^[{]/g, '').length > bare.replace(/[^\]}]/g, '').length;
}
