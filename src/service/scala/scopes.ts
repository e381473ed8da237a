import { bindPattern, readLevel, type Binding, type Level } from './levels';
import { ahead, behind, closes, endsBefore, isKeyword, isName, opens } from './statements';
import type { ScalaTokens } from './tokens';

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

/** What names mean at a token, by Scala's rules of nesting. Everything read is kept: the tokens do not change. */
export class ScalaScopes {
  readonly tokens: ScalaTokens;
  readonly #levels = new Map<number, Level>();

  constructor(tokens: ScalaTokens) {
    this.tokens = tokens;
  }

  /** What a brace holds; -1 stands for the file. */
  level(open: number): Level {
    let level = this.#levels.get(open);
    if (!level) {
      const partner = open < 0 ? -1 : this.tokens.partner(open);
      level = readLevel(this.tokens, open + 1, partner < 0 ? this.tokens.count : partner);
      this.#levels.set(open, level);
    }
    return level;
  }

  /** All that the levels around a token bring in with `import x._`, the innermost last read first; `name` given by one ends it. */
  find<T>(name: string, at: number, fromWildcard: (binding: Binding & { kind: 'import' }) => T | undefined): Found<T> {
    let from = at;
    for (let steps = 0; steps < 500; steps++) {
      const local = new LocalScan(this.tokens, from);
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
    fromWildcard: (binding: Binding & { kind: 'import' }) => T | undefined,
  ): Found<T> | null {
    const level = this.level(open);
    const bindings = (level.bindings.get(name) ?? []).filter(({ at }) => at > clause);
    const before = bindings.filter(({ at }) => at <= from).at(-1);
    const after = clause < 0 ? bindings.find(({ kind, at }) => kind !== 'import' && at > from) : undefined;
    const binding = before ?? after;
    if (binding) return { binding };
    const inherited = open < 0 ? undefined : this.#inherited(name, open, 0);
    if (inherited) return { binding: inherited };
    for (const wildcard of [...level.wildcards].reverse()) {
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
      const found = this.level(template.open)
        .bindings.get(name)
        ?.find(({ kind }) => kind !== 'import');
      const further = found ?? this.#inherited(name, template.open, depth + 1);
      if (further) return further;
    }
    return undefined;
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

/** What one level binds for a token without a statement of its own: parameters, generators, patterns. */
class LocalScan {
  /** The bracket around the token; -1 for the file. */
  open = -1;
  /** The `case` of the clause in which the token stands; -1 where there is none. */
  clause = -1;
  readonly #tokens: ScalaTokens;
  readonly #level: Level = { bindings: new Map(), wildcards: [] };

  constructor(tokens: ScalaTokens, from: number) {
    this.#tokens = tokens;
    this.#scan(from);
  }

  binding(name: string): Binding | undefined {
    return this.#level.bindings.get(name)?.at(-1);
  }

  #scan(from: number): void {
    const tokens = this.#tokens;
    let crossed = false;
    const arrows: [arrow: number, crossed: boolean][] = [];
    let at = from - 1;
    for (; at >= 0; at = ahead(tokens, at)) {
      if (opens(tokens, at)) break;
      if (closes(tokens, at) && tokens.partner(at) < 0) continue;
      if (!crossed && at + 1 < from + 1 && endsBefore(tokens, at + 1)) crossed = true;
      if (tokens.is(at, '=>')) arrows.push([at, crossed]);
      else if (tokens.is(at, 'case') && !isTemplateCase(tokens, at) && this.clause < 0) {
        const arrow = arrows.at(-1);
        if (arrow) bindPattern(tokens, at + 1, arrow[0], this.#level);
        else bindPattern(tokens, at + 1, from, this.#level);
        this.clause = at;
      } else if (!crossed && this.clause < 0) this.#head(at, from);
      if (tokens.is(at, ',')) crossed = true;
    }
    this.open = at;
    if (this.clause < 0) for (const [arrow, isCrossed] of arrows) this.#lambda(arrow, isCrossed);
  }

  /** `def f(a: A)`, `class C(a: A)`, `for (a <- b)` in front of the token in its own statement. */
  #head(at: number, from: number): void {
    const tokens = this.#tokens;
    const word = tokens.word(at);
    if (!isKeyword(tokens, at) || tokens.is(at - 1, '.')) return;
    if (word === 'def' || word === 'class' || word === 'trait') {
      for (
        let next = at + 2;
        next < from && (tokens.is(next, '[') || tokens.is(next, '(') || isModifier(tokens, next));
      ) {
        if (tokens.is(next, '(')) this.#parameters(next);
        next = behind(tokens, next);
      }
    } else if (word === 'for') {
      const open = at + 1;
      const close = tokens.partner(open);
      if (close > 0) for (let inner = open + 1; inner < close; inner = behind(tokens, inner)) this.#generator(inner);
    }
  }

  #parameters(open: number): void {
    const tokens = this.#tokens;
    const close = tokens.partner(open);
    for (let at = open + 1; at < close; at = behind(tokens, at)) {
      if (!isName(tokens, at) || !tokens.is(at + 1, ':') || tokens.is(at - 1, ':')) continue;
      this.#bind(tokens.word(at), { kind: 'value', at, type: at + 2 });
    }
  }

  /** Names before `<-` or `=` of one generator. */
  #generator(at: number): void {
    const tokens = this.#tokens;
    if (!tokens.is(at, '<-') && !tokens.is(at, '=')) return;
    let start = at - 1;
    while (start > 0 && !opensLoose(tokens, start) && !tokens.is(start, ';') && !tokens.isOnNewLine(start))
      start = ahead(tokens, start);
    bindPattern(tokens, opensLoose(tokens, start) ? start + 1 : start, at, this.#level);
  }

  /** The parameters in front of an arrow, where its body reaches the token. */
  #lambda(arrow: number, crossed: boolean): void {
    const tokens = this.#tokens;
    const start = lambdaStart(tokens, arrow);
    if (crossed && start - 1 !== this.open) return;
    if (tokens.is(start, '(')) this.#parameters(start);
    const { bindings } = this.#level;
    for (let at = start; at < arrow; at++) {
      if (
        isName(tokens, at) &&
        !tokens.is(at, '_') &&
        !tokens.is(at - 1, ':') &&
        !tokens.is(at - 1, '.') &&
        !bindings.has(tokens.word(at))
      )
        this.#bind(
          tokens.word(at),
          tokens.is(at + 1, ':') ? { kind: 'value', at, type: at + 2, plain: true } : { kind: 'opaque', at },
        );
    }
  }

  #bind(name: string, binding: Binding): void {
    const known = this.#level.bindings.get(name);
    if (known) known.push(binding);
    else this.#level.bindings.set(name, [binding]);
  }
}

function isTemplateCase(tokens: ScalaTokens, at: number): boolean {
  return tokens.is(at + 1, 'class') || tokens.is(at + 1, 'object');
}

function isModifier(tokens: ScalaTokens, at: number): boolean {
  return tokens.is(at, 'private') || tokens.is(at, 'protected') || tokens.is(at, 'implicit');
}

function opensLoose(tokens: ScalaTokens, at: number): boolean {
  return opens(tokens, at) && tokens.partner(at) !== at;
}

/** Where the parameters of a lambda begin: `x =>`, `(a, b) =>`, `x: T =>`, `implicit x =>`. */
function lambdaStart(tokens: ScalaTokens, arrow: number): number {
  let at = arrow - 1;
  if (tokens.is(at, ')')) return Math.max(0, tokens.partner(at));
  // a type may stand between: `x: Dataset[Row] =>`
  for (let steps = 0; at > 0 && steps < 20; at = ahead(tokens, at), steps++) {
    if (tokens.is(at, ':')) return at - 1;
    if (!isName(tokens, at) && !tokens.is(at, '.') && !tokens.is(at, ']')) break;
    if (opens(tokens, at - 1) || tokens.is(at - 1, ',') || tokens.is(at - 1, '=')) return at;
  }
  return arrow - 1;
}
