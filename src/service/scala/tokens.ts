import { changeBetween } from '../changes';
import { partnersOf, updatedPartners } from './partners';
import { insideString, kindMask, onNewLine, scanScala, tokenKind } from './scanner';

/** Numbers of a growing list of tokens. */
export class Columns {
  starts: Int32Array;
  ends: Int32Array;
  kinds: Uint8Array;
  count = 0;

  constructor(size: number) {
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.kinds = new Uint8Array(size);
  }

  add(kind: number, start: number, end: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.kinds[this.count++] = kind;
  }

  /** The tokens `from` up to `to` of another list, moved by some characters. */
  addAll(other: Columns, from: number, to: number, moved: number): void {
    while (this.count + to - from > this.starts.length) this.#grow();
    this.starts.set(other.starts.subarray(from, to), this.count);
    this.ends.set(other.ends.subarray(from, to), this.count);
    this.kinds.set(other.kinds.subarray(from, to), this.count);
    const { starts, ends, count } = this;
    const end = count + to - from;
    for (let index = count; moved !== 0 && index < end; index++) {
      starts[index]! += moved;
      ends[index]! += moved;
    }
    this.count = end;
  }

  /** Whether a token is that of another list, before an offset up to which their texts are the same. */
  isSame(other: Columns, index: number, before: number): boolean {
    const [start, end] = [this.starts[index]!, this.ends[index]!];
    const { starts, ends, kinds } = other;
    return end <= before && start === starts[index] && end === ends[index] && this.kinds[index] === kinds[index];
  }

  #grow(): void {
    const [starts, ends, kinds] = [this.starts, this.ends, this.kinds];
    const size = Math.max(64, starts.length * 2);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.kinds = new Uint8Array(size);
    this.starts.set(starts);
    this.ends.set(ends);
    this.kinds.set(kinds);
  }
}

/** Where a list of tokens differs from the one before: `from` up to `oldTo` there, up to `newTo` here. */
export interface TokenChange {
  from: number;
  oldTo: number;
  newTo: number;
}

/** The tokens of one text, by number. A number outside of the list is a token of no kind. */
export class ScalaTokens {
  readonly text: string;
  readonly #columns: Columns;
  #partners: Int32Array | undefined;

  private constructor(text: string, columns: Columns) {
    this.text = text;
    this.#columns = columns;
  }

  static of(text: string): ScalaTokens {
    const columns = new Columns(text.length >> 2);
    scanScala(text, 0, { token: (kind, start, end) => (columns.add(kind, start, end), false) });
    return new ScalaTokens(text, columns);
  }

  /**
   * The tokens of a text that differs from this one's in one place: only around it they are read anew. `parted`: brackets
   * outside of it that have another partner than before; null where nobody asked for partners.
   */
  updated(text: string): { tokens: ScalaTokens; change: TokenChange; parted: Int32Array | null } {
    const { start, oldEnd, newEnd } = changeBetween(this.text, text);
    const moved = newEnd - oldEnd;
    const old = this.#columns;
    const columns = new Columns(old.count + 256);
    let kept = this.#firstFrom(start - 1);
    // what stands right before may have grown, and scanning begins outside of strings
    do kept--;
    while (kept > 0 && (old.kinds[kept]! & insideString) !== 0);
    kept = Math.max(0, kept);
    columns.addAll(old, 0, kept, 0);
    let next = this.#firstFrom(oldEnd);
    const change: TokenChange = { from: kept, oldTo: old.count, newTo: -1 };
    const token = (kind: number, from: number, to: number) => {
      while (next < old.count && old.starts[next]! + moved < from) next++;
      const isKnown =
        next < old.count &&
        from >= newEnd &&
        old.starts[next]! + moved === from &&
        old.kinds[next] === kind &&
        (kind & insideString) === 0;
      if (isKnown) {
        [change.oldTo, change.newTo] = [next, columns.count];
        columns.addAll(old, next, old.count, moved);
      } else columns.add(kind, from, to);
      return isKnown;
    };
    scanScala(text, kept > 0 ? old.ends[kept - 1]! : 0, { token });
    if (change.newTo < 0) change.newTo = columns.count;
    while (change.from < Math.min(change.oldTo, change.newTo) && columns.isSame(old, change.from, start)) change.from++;
    const tokens = new ScalaTokens(text, columns);
    const partners = this.#partners;
    const pairs = partners && updatedPartners({ partners, columns: old }, change, text, columns);
    tokens.#partners = pairs?.partners;
    return { tokens, change, parted: pairs?.parted ?? null };
  }

  get count(): number {
    return this.#columns.count;
  }

  kind(index: number): number {
    return index < 0 || index >= this.count ? 0 : this.#columns.kinds[index]! & kindMask;
  }

  start(index: number): number {
    return this.#columns.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.#columns.ends[index] ?? 0;
  }

  isOnNewLine(index: number): boolean {
    return index >= this.count || (this.#columns.kinds[index]! & onNewLine) !== 0;
  }

  /** The text of a token; of a name in backquotes, without them. */
  word(index: number): string {
    const kind = this.kind(index);
    if (kind === 0) return '';
    const [start, end] = [this.start(index), this.end(index)];
    return kind === tokenKind.quotedName ? this.text.slice(start + 1, end - 1) : this.text.slice(start, end);
  }

  /** Whether a token is this mark or plain word, not in backquotes nor in a string. */
  is(index: number, word: string): boolean {
    const start = this.start(index);
    const kind = this.kind(index);
    if (kind === 0 || this.end(index) - start !== word.length || kind === tokenKind.hole) return false;
    return kind !== tokenKind.stringPart && this.text.startsWith(word, start);
  }

  /** The token that touches an offset; the one that begins there before the one that ends there. Undefined where none does. */
  at(offset: number): number | undefined {
    const next = this.#firstFrom(offset);
    if (next < this.count && this.start(next) === offset && this.#isWord(next)) return next;
    const before = next - 1;
    if (before >= 0 && offset <= this.end(before) && this.start(before) <= offset) return before;
    return next < this.count && this.start(next) === offset ? next : undefined;
  }

  /** The bracket that belongs to a bracket, or the other end of a string with holes; -1 where there is none. */
  partner(index: number): number {
    this.#partners ??= partnersOf(this.text, this.#columns);
    return this.#partners[index] ?? -1;
  }

  #isWord(index: number): boolean {
    const kind = this.kind(index);
    return kind !== tokenKind.punctuation && kind !== tokenKind.close && kind !== tokenKind.open;
  }

  /** The first token that starts at or after an offset. */
  #firstFrom(offset: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#columns.starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
