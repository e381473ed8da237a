import { readDefinitions, type Binding, type Level } from './levels';
import { LocalScan } from './localScan';
import { ahead, behind, endsBefore, isKeyword, isName, opens } from './statements';
import { keyOf, Stretches, wildcard as wildcardName, type Stretch } from './stretches';
import type { ScalaTokens, TokenChange } from './tokens';

/** Where a name was found: a binding, or the wildcard imports that may bring it, of one level after the other. */
export interface Found<T> {
  binding?: Binding;
  /** What an `import x._` gave. */
  given?: T;
}

/** The class or object around a token, by its opening brace, from the inside out. */
interface Enclosing {
  open: number;
  /** Where the search at this level began. */
  from: number;
}

const definers = new Set(['class', 'object', 'trait', 'enum']);

type ImportBinding = Binding & { kind: 'import' };

/** What names mean at a token, by Scala's rules of nesting. Everything read is kept: the tokens do not change. */
export class ScalaScopes {
  readonly tokens: ScalaTokens;
  readonly #stretches: Stretches;
  readonly #levels = new Map<number, readonly Stretch[]>();
  readonly #read = new Map<Stretch, Level>();

  constructor(tokens: ScalaTokens, stretches = new Stretches(tokens)) {
    this.tokens = tokens;
    this.#stretches = stretches;
  }

  /** The scopes of changed tokens, in which stays what the change does not touch. */
  updated(tokens: ScalaTokens, change: TokenChange, parted: Int32Array | null): ScalaScopes {
    return new ScalaScopes(tokens, parted ? this.#stretches.updated(tokens, change, parted) : undefined);
  }

  /** The last binding of a name in what a brace holds, between two tokens. -1 stands for the file. */
  lastIn(open: number, name: string, upTo = Infinity, from = -1): Binding | undefined {
    const stretches = this.#level(open);
    for (let index = stretches.length - 1; index >= 0; index--) {
      if (stretches[index]!.start > upTo) continue;
      const found = this.#bindingsIn(open, stretches[index]!, name).filter(({ at }) => at > from && at <= upTo);
      if (found.length > 0) return found.at(-1);
    }
    return undefined;
  }

  /** The first definition of a name there, behind a token. */
  firstIn(open: number, name: string, from = -1): Binding | undefined {
    for (const stretch of this.#level(open)) {
      const found = this.#bindingsIn(open, stretch, name).find(({ kind, at }) => kind !== 'import' && at > from);
      if (found) return found;
    }
    return undefined;
  }

  /** `import x._` in what a brace holds, the last one first. */
  *#wildcardsIn(open: number): Generator<ImportBinding> {
    for (const stretch of [...this.#level(open)].reverse()) {
      if (stretch.names.has(keyOf(wildcardName))) yield* [...this.#contents(open, stretch).wildcards].reverse();
    }
  }

  #bindingsIn(open: number, stretch: Stretch, name: string): readonly Binding[] {
    return stretch.names.has(keyOf(name)) ? (this.#contents(open, stretch).bindings.get(name) ?? []) : [];
  }

  #contents(open: number, stretch: Stretch): Level {
    let level = this.#read.get(stretch);
    if (!level) {
      level = { bindings: new Map(), wildcards: [] };
      readDefinitions(this.tokens, stretch.start, stretch.end, this.#endOf(open), level);
      this.#read.set(stretch, level);
    }
    return level;
  }

  #level(open: number): readonly Stretch[] {
    const known = this.#levels.get(open);
    if (known) return known;
    const stretches: Stretch[] = [];
    const end = this.#endOf(open);
    for (let at = open + 1; at < end;) {
      const stretch = this.#stretches.at(at, end);
      stretches.push(stretch);
      at = stretch.end;
    }
    this.#levels.set(open, stretches);
    return stretches;
  }

  #endOf(open: number): number {
    const partner = open < 0 ? -1 : this.tokens.partner(open);
    return partner < 0 ? this.tokens.count : partner;
  }

  /** All that the levels around a token bring in with `import x._`, the innermost last read first; `name` given by one ends it. */
  find<T>(name: string, at: number, fromWildcard: (binding: ImportBinding) => T | undefined): Found<T> {
    let from = at;
    for (let steps = 0; steps < 500; steps++) {
      const local = new LocalScan(this.tokens, this.#stretches, from);
      const bound = local.binding(name);
      if (bound) return { binding: bound };
      const { open } = local;
      if (open < 0 || this.tokens.is(open, '{')) {
        const found = this.#inLevel(name, { open, from }, local.clause, fromWildcard);
        if (found) return found;
      }
      if (open < 0) return {};
      from = open;
    }
    return {};
  }

  #inLevel<T>(
    name: string,
    { open, from }: Enclosing,
    clause: number,
    fromWildcard: (binding: ImportBinding) => T | undefined,
  ): Found<T> | null {
    const before = this.lastIn(open, name, from, clause);
    const binding = before ?? (clause < 0 ? this.firstIn(open, name, from) : undefined);
    if (binding) return { binding };
    const inherited = open < 0 ? undefined : this.#inherited(name, open, 0);
    if (inherited) return { binding: inherited };
    for (const wildcard of this.#wildcardsIn(open)) {
      if (wildcard.at > from || wildcard.at <= clause) continue;
      const given = fromWildcard(wildcard);
      if (given !== undefined) return { given };
    }
    return null;
  }

  /** A member of a class or trait of this file that the template at a brace extends. */
  #inherited(name: string, open: number, depth: number): Binding | undefined {
    if (depth > 8) return undefined;
    for (const parent of this.parents(open)) {
      const template = this.find(this.tokens.word(parent), this.headOf(open), () => undefined).binding;
      if (template?.kind !== 'template' || template.open < 0 || template.open === open) continue;
      const further = this.firstIn(template.open, name) ?? this.#inherited(name, template.open, depth + 1);
      if (further) return further;
    }
    return undefined;
  }

  /** The braces around a token, from the inside out. */
  *bracesAround(index: number): Generator<number> {
    for (let at = index - 1; at >= 0; at = ahead(this.tokens, at)) {
      at = this.#stretches.skipBack(at + 1) - 1;
      if (this.tokens.is(at, '{') && opens(this.tokens, at)) yield at;
    }
  }

  /** The keyword of the class, trait or object whose body a brace opens; -1 where it opens something else. */
  headOf(open: number): number {
    for (let at = open - 1, steps = 0; at >= 0 && steps < 300; at = ahead(this.tokens, at), steps++) {
      if (opens(this.tokens, at)) return -1;
      if (definers.has(this.tokens.word(at)) && isKeyword(this.tokens, at)) return at;
      if (this.tokens.is(at, '=') || this.tokens.is(at, '=>')) return -1;
      if (at + 1 < open && endsBefore(this.tokens, at + 1)) return -1;
    }
    return -1;
  }

  /** The names that a template's head says it extends. */
  parents(open: number): number[] {
    const head = this.headOf(open);
    const parents: number[] = [];
    for (let at = head; head >= 0 && at < open; at = behind(this.tokens, at)) {
      const isParent = this.tokens.is(at, 'extends') || this.tokens.is(at, 'with');
      if (isParent && isName(this.tokens, at + 1)) parents.push(at + 1);
    }
    return parents;
  }
}
