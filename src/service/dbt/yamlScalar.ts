/** A YAML document as plain data: every scalar is a text. */
export type YamlNode = string | YamlNode[] | Map<string, YamlNode>;

/** The text of a scalar on one or more lines; null for an alias, which stands for something else, and for what is broken. */
export function scalarText(written: string): string | null {
  const folded = written.trim().replace(/\s+/g, ' ');
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(folded);
  if (quoted) {
    const [, double, single = ''] = quoted;
    return double === undefined
      ? single.replace(/''/g, "'")
      : double.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.))/g, unescaped);
  }
  return folded === '' || /^[*|>"']/.test(folded) ? null : folded;
}

function unescaped(_whole: string, unicode?: string, byte?: string, character = ''): string {
  const code = unicode ?? byte;
  if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
  return character === 'n' || character === 't' ? ' ' : character;
}

const token =
  /\s+|([[\]{},]|:(?=[\s,[\]{}]|$))|("(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'|(?:\{\{.*?\}\}|[^\s,[\]{}:]|:(?![\s,[\]{}]|$)| (?=[^\s,[\]{}#]))+)|[^]/gy;

const deepest = 20;

/** Reads `[a, b]` and `{a: b}`; what is broken ends it. */
export function flowNode(text: string): YamlNode | null {
  const tokens = [...text.matchAll(token)].flatMap(([, sign, scalar]) => sign ?? scalar ?? []);
  return new FlowTree(tokens).node(0);
}

class FlowTree {
  #at = 0;

  constructor(readonly tokens: readonly string[]) {}

  node(depth: number): YamlNode | null {
    const first = this.tokens[this.#at];
    if (first === undefined || depth > deepest) return null;
    if (!/^[[\]{},:]$/.test(first)) {
      this.#at++;
      return scalarText(first);
    }
    if (first === '[') return this.#list(depth);
    return first === '{' ? this.#mapping(depth) : null;
  }

  #list(depth: number): YamlNode[] {
    const entries: YamlNode[] = [];
    for (this.#at++; !this.#isEnd(']'); this.#pass(',')) {
      const before = this.#at;
      const entry = this.node(depth + 1);
      if (entry !== null) entries.push(entry);
      if (this.#at === before) break;
    }
    return entries;
  }

  #mapping(depth: number): Map<string, YamlNode> {
    const entries = new Map<string, YamlNode>();
    for (this.#at++; !this.#isEnd('}'); this.#pass(',')) {
      const before = this.#at;
      const key = this.node(depth + 1);
      this.#pass(':');
      const value = this.node(depth + 1);
      if (typeof key === 'string' && value !== null) entries.set(key, value);
      if (this.#at === before) break;
    }
    return entries;
  }

  #isEnd(bracket: string): boolean {
    const next = this.tokens[this.#at];
    if (next === bracket) this.#at++;
    return next === bracket || next === undefined;
  }

  #pass(sign: string): void {
    if (this.tokens[this.#at] === sign) this.#at++;
  }
}
