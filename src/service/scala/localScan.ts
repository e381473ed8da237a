import { bindPattern, type Binding, type Level } from './levels';
import { ahead, behind, closes, endsBefore, isKeyword, isName, opens } from './statements';
import { isTemplateCase, type Stretches } from './stretches';
import type { ScalaTokens } from './tokens';

/** What one level binds for a token without a statement of its own: parameters, generators, patterns. */
export class LocalScan {
  /** The bracket around the token; -1 for the file. */
  open = -1;
  /** The `case` of the clause in which the token stands; -1 where there is none. */
  clause = -1;
  readonly #tokens: ScalaTokens;
  readonly #stretches: Stretches;
  readonly #level: Level = { bindings: new Map(), wildcards: [] };

  constructor(tokens: ScalaTokens, stretches: Stretches, from: number) {
    this.#tokens = tokens;
    this.#stretches = stretches;
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
      // what stands before the token's own statement binds only where it is no plain one
      if (crossed) at = this.#stretches.skipBack(at + 1) - 1;
      if (at < 0 || opens(tokens, at)) break;
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
