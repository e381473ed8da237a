import type { Span } from '../text/span';

/**
 * Stands for a character that another language's quoting put into a script (the `\` of `\"` in YAML or JSON).
 * It belongs to no word and separates none.
 */
export const filler = '\0';

/** Characters that end a word. */
const wordEnd = ' \t\r\n;&|()<>';

/** By character code: what has a meaning inside a word, and inside double quotes. The rest is passed over quickly. */
const special = codeTable(`${wordEnd}'"\\$\`{`);
const specialInQuotes = codeTable('"\\$`');

function codeTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Words of a shell script, with whatever quoting and nesting they hold. */
export abstract class ShellReader {
  done = false;

  constructor(
    readonly text: string,
    public at: number,
    readonly end: number,
    readonly offset: number,
  ) {}

  /** Reads the commands inside a substitution up to `close`. */
  protected abstract readNested(close: ')' | '`'): void;

  protected more(): boolean {
    return this.at < this.end && !this.done;
  }

  protected character(): string {
    return this.text.charAt(this.at);
  }

  protected breakLength(at: number): number {
    const code = this.text.charCodeAt(at);
    if (code === 13) return this.text.charCodeAt(at + 1) === 10 ? 2 : 1;
    return code === 10 ? 1 : 0;
  }

  /** Passes over white space, a filler or a line continuation; answers whether there was one. */
  protected skipBlank(): boolean {
    const character = this.character();
    const continued = character === '\\' ? this.breakLength(this.at + 1) : 0;
    if (continued === 0 && character !== ' ' && character !== '\t' && character !== filler) return false;
    this.at += 1 + continued;
    return this.at < this.end;
  }

  protected skipLine(): void {
    for (; this.at < this.end; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 10 || code === 13) return;
    }
  }

  protected atRedirection(): boolean {
    const code = this.text.charCodeAt(this.at);
    if (code === 60 || code === 62) return true;
    return (code === 38 || (code >= 48 && code <= 57)) && /^(?:\d+[<>]|&>)/.test(this.text.slice(this.at, this.at + 4));
  }

  protected redirectionOperator(): string {
    const operator = /^(?:\d*(?:<<<|<<-?|<>|>>|>\||[<>]&?)|&>>?)/.exec(this.text.slice(this.at, this.at + 8))?.[0];
    this.at += operator?.length ?? 1;
    return operator ?? '';
  }

  /** From one bracket to its partner; brackets in quotes count too, which does for arithmetic and variables. */
  protected skipBalanced(open: string, close: string): void {
    let depth = 0;
    while (this.at < this.end) {
      const character = this.text.charAt(this.at++);
      if (character === open) depth++;
      else if (character === close && --depth <= 0) return;
    }
  }

  protected readWord(close = ''): Span {
    const start = this.at;
    while (this.more()) {
      this.#skipPlain(special);
      if (this.at >= this.end) break;
      const character = this.character();
      if (character === '(' && this.at > start && /[=?*+@!]/.test(this.text.charAt(this.at - 1))) {
        this.skipBalanced('(', ')');
      } else if (wordEnd.includes(character) || character === close) {
        break;
      } else {
        this.#wordPart(character);
      }
    }
    if (this.at === start && !this.done) this.at++;
    return { start, end: Math.min(this.at, this.end) };
  }

  #skipPlain(table: Uint8Array): void {
    while (this.at < this.end && table[this.text.charCodeAt(this.at)] !== 1) this.at++;
  }

  #wordPart(character: string): void {
    if (character === "'") this.#singleQuoted();
    else if (character === '"') this.#doubleQuoted();
    else if (character === '\\') this.at += 1 + Math.max(1, this.breakLength(this.at + 1));
    else if (character === '{' && this.text.charAt(this.at + 1) === '{') this.skipBalanced('{', '}');
    else if (character === '{') this.at++;
    else this.#substitution(character);
  }

  #singleQuoted(): void {
    const close = this.text.indexOf("'", this.at + 1);
    this.at = close < 0 || close >= this.end ? this.end : close + 1;
  }

  #doubleQuoted(): void {
    this.at++;
    while (this.more()) {
      this.#skipPlain(specialInQuotes);
      const character = this.character();
      if (character === '\\') this.at += 2;
      else if (character === '$' || character === '`') this.#substitution(character);
      else {
        this.at++;
        return;
      }
    }
  }

  /** A variable, `${ }`, `$(( ))`, or commands in `$( )` or backquotes. */
  #substitution(character: string): void {
    this.at++;
    if (character === '`') this.readNested('`');
    else if (this.text.startsWith('((', this.at)) this.skipBalanced('(', ')');
    else if (this.character() === '{') this.skipBalanced('{', '}');
    else if (this.character() === '(') {
      this.at++;
      this.readNested(')');
    }
  }
}
