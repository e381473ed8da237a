import { insideString, kindMask, onNewLine, scanScala, tokenKind } from './scanner';

/** Numbers of a growing list of tokens. */
class Columns {
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
    const end = this.count + to - from;
    if (moved !== 0) {
      for (let index = this.count; index < end; index++) {
        this.starts[index]! += moved;
        this.ends[index]! += moved;
      }
    }
    this.count = end;
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

  /** The tokens of a text that differs from this one's in one place: only around it they are read anew. */
  updated(text: string): ScalaTokens {
    const { start, oldEnd, moved } = changeBetween(this.text, text);
    const old = this.#columns;
    const columns = new Columns(old.count + 256);
    let kept = this.#firstFrom(start - 1);
    // what stands right before may have grown, and scanning begins outside of strings
    do kept--;
    while (kept > 0 && (old.kinds[kept]! & insideString) !== 0);
    kept = Math.max(0, kept);
    columns.addAll(old, 0, kept, 0);
    let next = this.#firstFrom(oldEnd);
    const token = (kind: number, from: number, to: number) => {
      while (next < old.count && old.starts[next]! + moved < from) next++;
      const isKnown =
        next < old.count &&
        from >= oldEnd + moved &&
        old.starts[next]! + moved === from &&
        old.kinds[next] === kind &&
        (kind & insideString) === 0;
      if (isKnown) columns.addAll(old, next, old.count, moved);
      else columns.add(kind, from, to);
      return isKnown;
    };
    scanScala(text, kept > 0 ? old.ends[kept - 1]! : 0, { token });
    return new ScalaTokens(text, columns);
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

/** Brackets by pairs. A bracket that nobody closed ends with the braces around it and has no partner. */
function partnersOf(text: string, { starts, kinds, count }: Columns): Int32Array {
  const partners = new Int32Array(count).fill(-1);
  const open: number[] = [];
  for (let index = 0; index < count; index++) {
    const kind = kinds[index]! & kindMask;
    if (kind < tokenKind.open || kind === tokenKind.punctuation) continue;
    if (kind === tokenKind.open || kind === tokenKind.stringStart || kind === tokenKind.holeOpen) open.push(index);
    else if (kind === tokenKind.close || kind === tokenKind.stringEnd || kind === tokenKind.holeClose) {
      const code = kind === tokenKind.close ? text.charCodeAt(starts[index]!) : 0;
      const at = openerOf(open, kind, code, text, starts, kinds);
      if (at < 0) continue;
      partners[open[at]!] = index;
      partners[index] = open[at]!;
      open.length = at;
    }
  }
  return partners;
}

/** Where among the open brackets the one stands that a token closes; -1 where there is none. */
function openerOf(
  open: readonly number[],
  kind: number,
  code: number,
  text: string,
  starts: Int32Array,
  kinds: Uint8Array,
): number {
  const brace = 125;
  for (let at = open.length - 1; at >= 0; at--) {
    const opened = kinds[open[at]!]! & kindMask;
    if (opened === tokenKind.open) {
      const character = text.charCodeAt(starts[open[at]!]!);
      // `()` are neighbours, `[]` and `{}` have one character between them
      if (kind === tokenKind.close && (code === 41 ? character === 40 : character === code - 2)) return at;
      // a round or square bracket closes nothing outside of the braces in which it stands
      if (kind === tokenKind.close && code !== brace && character === 123) return -1;
    } else if (
      kind === tokenKind.stringEnd
        ? opened === tokenKind.stringStart
        : opened === tokenKind.holeOpen && kind === tokenKind.holeClose
    )
      return at;
    else if (kind === tokenKind.close && code !== brace) return -1;
  }
  return -1;
}

/** The one range that differs, found from both ends: its start, its end in the old text, and how far the rest moved. */
function changeBetween(before: string, after: string): { start: number; oldEnd: number; moved: number } {
  const shortest = Math.min(before.length, after.length);
  const start = commonLength(shortest, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = commonLength(shortest - start, (from, to) => {
    return (
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from)
    );
  });
  return { start, oldEnd: before.length - end, moved: after.length - before.length };
}

/** How many characters are the same: in blocks, which compare faster than characters do, then by halves. */
function commonLength(longest: number, same: (from: number, to: number) => boolean): number {
  const block = 32_768;
  let low = 0;
  while (low + block <= longest && same(low, low + block)) low += block;
  let high = Math.min(longest, low + block);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (same(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
