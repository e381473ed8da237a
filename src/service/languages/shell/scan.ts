import type { Span } from '../text/span';
import { ShellReader } from './reader';

/** What stands around the caret in a shell script: the words of the innermost simple command, or a comment. */
export interface ShellPlace {
  words: Span[];
  comment: Span | null;
}

/** A list of commands being read. */
interface CommandList {
  close: '' | ')' | '`';
  /** Words of the command so far. */
  words: Span[];
  /** How many `case` are open, and whether the next thing is one of their patterns. */
  cases: number;
  inPattern: boolean;
}

/** Words after which a command starts as if they were not there. */
const beforeCommand = new Set(['if', 'then', 'elif', 'else', 'do', 'while', 'until', '!', '{', 'coproc']);

/** Commands inside commands inside commands: beyond this depth nothing is recognised. */
const deepest = 24;

/**
 * Finds the command around the caret by reading the script from `start`, and on to the end of that command.
 * Heredocs, quoted text and the patterns of `case` are no commands; those in `$( )`, `` ` ` `` and `( )` are.
 */
export function shellPlaceAt(script: string, start: number, end: number, offset: number): ShellPlace {
  const scanner = new ShellScanner(script, start, end, offset);
  scanner.readCommands('');
  return { words: scanner.found ?? [], comment: scanner.comment };
}

class ShellScanner extends ShellReader {
  found: Span[] | null = null;
  comment: Span | null = null;
  #depth = 0;
  #heredocs: string[] = [];

  /** Reads commands until `close`, or the end where that is empty. */
  readCommands(close: CommandList['close']): void {
    const list: CommandList = { close, words: [], cases: 0, inPattern: false };
    while (this.more()) {
      if (this.skipBlank()) continue;
      if (close !== '' && this.character() === close) {
        this.at++;
        break;
      }
      this.#step(list);
    }
    this.#endCommand(list);
  }

  #step(list: CommandList): void {
    const character = this.character();
    if (character === '#') this.#comment();
    else if (list.inPattern) this.#pattern(list);
    else if (this.breakLength(this.at) > 0) this.#lineBreak(list);
    else if (this.atRedirection()) this.#redirection();
    else if (character === ';' || character === '&' || character === '|') this.#separator(list);
    else if (character === '(') this.#parenthesis(list);
    else if (character === ')') this.#strayClose(list);
    else this.#wordOf(list);
  }

  /** Takes the command that holds the caret; inner commands come first. */
  #endCommand(list: CommandList): void {
    const words = list.words;
    list.words = [];
    const first = words[0];
    const last = words.at(-1);
    if (this.done || !first || !last) return;
    const holdsCaret = first.start <= this.offset && this.offset <= last.end;
    if (holdsCaret) this.found = words;
    this.done = holdsCaret || (this.#depth === 0 && first.start > this.offset);
  }

  #lineBreak(list: CommandList): void {
    this.#endCommand(list);
    this.at += this.breakLength(this.at);
    this.#skipHeredocs();
  }

  #comment(): void {
    const start = this.at;
    this.skipLine();
    if (start > this.offset || this.offset > this.at) return;
    this.comment = { start, end: this.at };
    this.done = true;
  }

  /** `;`, `&`, `|` and their doubles; `;;` leads to the next pattern of a `case`. */
  #separator(list: CommandList): void {
    this.#endCommand(list);
    const endOfClause = /^;(?:;&?|&)/.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (endOfClause !== undefined && list.cases > 0) list.inPattern = true;
    this.at += endOfClause?.length ?? 1;
  }

  /** One pattern of a `case`, up to its `)`, or the `esac` in its place. */
  #pattern(list: CommandList): void {
    list.inPattern = false;
    while (this.more() && this.character() !== ')') {
      if (/[\s|(]/.test(this.character())) this.at++;
      else if (this.character() === '#') this.#comment();
      else if (this.#isWord(this.readWord(), 'esac')) {
        list.cases--;
        return;
      }
    }
    this.at++;
  }

  /** A heredoc's delimiter is kept for the end of the line; other targets are passed over. */
  #redirection(): void {
    const operator = this.redirectionOperator();
    if ((operator === '<' || operator === '>') && this.character() === '(') {
      this.at++;
      this.readNested(')');
      return;
    }
    while (this.skipBlank());
    const target = this.readWord();
    if (!/^\d*<<-?$/.test(operator)) return;
    this.#heredocs.push(this.text.slice(target.start, target.end).replace(/["'\\\0]/g, ''));
  }

  /** Skips the bodies that the line before announced. */
  #skipHeredocs(): void {
    for (const delimiter of this.#heredocs.splice(0)) {
      const start = this.at;
      for (let line = ''; this.more() && line !== delimiter; this.at += this.breakLength(this.at)) {
        const from = this.at;
        this.skipLine();
        line = this.text.slice(from, this.at).trim();
      }
      if (start <= this.offset && this.offset < this.at) this.done = true;
    }
  }

  /** `( commands )`, `(( arithmetic ))`, or the brackets after a function's name. */
  #parenthesis(list: CommandList): void {
    const named = list.words.length > 0;
    list.words = [];
    if (!named && this.text.startsWith('((', this.at)) this.skipBalanced('(', ')');
    else {
      this.at++;
      if (!named) this.readNested(')');
    }
  }

  #strayClose(list: CommandList): void {
    list.words = [];
    this.at++;
  }

  #wordOf(list: CommandList): void {
    const word = this.readWord(list.close);
    const text = this.text.slice(word.start, Math.min(word.end, word.start + 8));
    if (list.words.length === 0) {
      if (beforeCommand.has(text)) return;
      if (text === 'esac' && list.cases > 0) list.cases--;
    }
    list.words.push(word);
    if (text === 'in' && list.words.length === 3 && this.#isWord(list.words[0], 'case')) {
      Object.assign(list, { words: [], cases: list.cases + 1, inPattern: true });
    }
  }

  #isWord(word: Span | undefined, text: string): boolean {
    return word !== undefined && word.end - word.start === text.length && this.text.startsWith(text, word.start);
  }

  protected override readNested(close: ')' | '`'): void {
    if (this.#depth >= deepest) {
      this.done = true;
      return;
    }
    this.#depth++;
    this.readCommands(close);
    this.#depth--;
  }
}
