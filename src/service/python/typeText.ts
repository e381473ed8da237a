/** A type as written in an annotation or in the inventory. */
export type TypeText =
  | { kind: 'name'; name: string; args: TypeText[] }
  | { kind: 'union'; of: TypeText[] }
  /** `[A, B]`, the parameters of a Callable. */
  | { kind: 'list'; of: TypeText[] }
  | { kind: 'unknown' };

const deepest = 12;
const longest = 2000;

/** Reads `A | B[C, D]`, `Callable[[A], B]`, `Optional[A]`; a string in it is read as a type. Anything else is unknown. */
export function readType(text: string): TypeText {
  if (text.length > longest) return { kind: 'unknown' };
  const tokens =
    text.match(/[\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*|\.\.\.|"[^"\n]*"|'[^'\n]*'|\S/gu) ?? [];
  return new Reader(tokens).union(0);
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  union(depth: number): TypeText {
    const parts = [this.#one(depth)];
    while (this.#take('|')) parts.push(this.#one(depth));
    return parts.length === 1 ? (parts[0] ?? { kind: 'unknown' }) : { kind: 'union', of: parts };
  }

  #one(depth: number): TypeText {
    const token = this.#tokens[this.#at++];
    if (token === undefined || depth > deepest) return { kind: 'unknown' };
    if (token === '[') return { kind: 'list', of: this.#list(depth) };
    if (/^["']/.test(token)) return depth > 2 ? { kind: 'unknown' } : readType(token.slice(1, -1));
    if (!/^[\p{L}_]/u.test(token)) return { kind: 'unknown' };
    const args = this.#take('[') ? this.#list(depth) : [];
    return { kind: 'name', name: token.replace(/\s/g, ''), args };
  }

  #list(depth: number): TypeText[] {
    const items: TypeText[] = [];
    while (this.#at < this.#tokens.length && !this.#take(']')) {
      items.push(this.union(depth + 1));
      if (!this.#take(',') && this.#tokens[this.#at] !== ']') this.#at++;
    }
    return items;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}
