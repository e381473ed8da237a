import type { Resolver } from './resolver';
import { tokenKind } from './scanner';
import { ahead, behind, closes, endsBefore, isKeyword, isName, opens } from './statements';
import type { ScalaTokens } from './tokens';
import { foreign, instance, joined, settled, unknown, type Value } from './values';

const columnName = 'org.apache.spark.sql.ColumnName';
const column = 'org.apache.spark.sql.Column';
/** Classes whose objects are called like functions: what a call of them gives is called again. */
const callable = 'org.apache.spark.sql.expressions.UserDefinedFunction';

interface Operand {
  value: Value;
  /** The token behind it. */
  next: number;
}

/** Values of expressions, from the tokens that they are written with. Nothing is guessed: what is not understood is unknown. */
export class Expressions {
  readonly #resolver: Resolver;
  readonly #tokens: ScalaTokens;

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
    this.#tokens = resolver.tokens;
  }

  evaluate(start: number, end: number): Value {
    const tokens = this.#tokens;
    if (start >= end) return unknown;
    if (tokens.is(start, 'if')) return this.#branches(start, end);
    if (tokens.is(start, '{') && behind(tokens, start) === end) return this.#block(start + 1, end - 1);
    if (isKeyword(tokens, start) && !['new', 'this', 'super'].includes(tokens.word(start))) return unknown;
    return this.#infix(start, end);
  }

  /** The value of the last statement. */
  #block(start: number, end: number): Value {
    const tokens = this.#tokens;
    if (tokens.is(start, 'case')) return unknown;
    let last = start;
    for (let at = start; at < end; at = behind(tokens, at)) {
      if (tokens.is(at, '=>') && last === start) return foreign;
      if (at > start && endsBefore(tokens, at)) last = tokens.is(at, ';') ? at + 1 : at;
    }
    return settled(this.#resolver.evaluate(last, end));
  }

  /** `if (c) a else b`: what both are. */
  #branches(start: number, end: number): Value {
    const tokens = this.#tokens;
    if (!tokens.is(start + 1, '(')) return unknown;
    const first = behind(tokens, start + 1);
    let at = first;
    while (at < end && !tokens.is(at, 'else')) at = behind(tokens, at);
    if (at >= end) return unknown;
    return joined(this.#resolver.evaluate(first, at), this.#resolver.evaluate(at + 1, end));
  }

  /** Operands and operators from the left: `a`, `a join b`, `$"x" === 1 && c`. */
  #infix(start: number, end: number): Value {
    const first = this.#operand(start, end);
    let value = settled(first.value);
    let at = first.next;
    while (at < end) {
      const operator = at;
      if (!this.#isOperator(operator)) return this.#tokens.is(at, '=>') ? foreign : unknown;
      // a method without operand behind it
      const right = this.#operand(operator + 1, end);
      value = this.#operated(value, operator, settled(right.value));
      if (right.next <= operator + 1) return right.next >= end ? value : unknown;
      at = right.next;
    }
    return value;
  }

  /** Columns stay columns under operators, whatever binds closer; of other values only what a method of theirs gives is known. */
  #operated(left: Value, operator: number, right: Value): Value {
    const isSymbolic = this.#tokens.kind(operator) === tokenKind.operator;
    const name = this.#tokens.word(operator);
    if (isSymbolic && (this.#isColumn(left) || this.#isColumn(right))) {
      return name === '->' || name === ':' ? foreign : instance(column);
    }
    if (isSymbolic) return left.kind === 'foreign' ? foreign : unknown;
    return settled(this.#resolver.member(left, name).value);
  }

  #isColumn(value: Value): boolean {
    return value.kind === 'instance' && (value.path === column || value.path === columnName);
  }

  #isOperator(index: number): boolean {
    const tokens = this.#tokens;
    if (tokens.kind(index) === tokenKind.operator) return !['=>', '=', '<-', ':', '@'].includes(tokens.word(index));
    return isName(tokens, index);
  }

  /** A name, literal or bracket with all that is selected from it and applied to it. */
  #operand(start: number, end: number): Operand {
    const tokens = this.#tokens;
    let at = start;
    while (at < end && tokens.kind(at) === tokenKind.operator && /^[-!+~]$/.test(tokens.word(at))) at++;
    let { value, next } = this.#primary(at, end);
    if (next <= at) return { value: unknown, next: start };
    let applied = false;
    while (next < end) {
      if (tokens.is(next, '.') && next + 1 < end) {
        value = this.#resolver.member(value, tokens.word(next + 1)).value;
        next += 2;
        applied = false;
      } else if (tokens.is(next, '[') && !tokens.isOnNewLine(next)) next = behind(tokens, next);
      else if ((tokens.is(next, '(') || tokens.is(next, '{')) && !tokens.isOnNewLine(next)) {
        value = this.#applied(value, applied);
        applied = true;
        next = behind(tokens, next);
      } else if (tokens.is(next, ':') && tokens.is(next + 1, '_')) next += 3;
      else break;
    }
    return { value, next: Math.min(next, end) };
  }

  /** A second list of arguments is the method's own, unless the first call gave something that is called. */
  #applied(value: Value, again: boolean): Value {
    if (!again) return this.#resolver.applied(value);
    return value.kind === 'instance' && value.path === callable ? instance(column) : value;
  }

  #primary(start: number, end: number): Operand {
    const tokens = this.#tokens;
    const kind = tokens.kind(start);
    if (tokens.is(start, 'new')) return this.#made(start + 1);
    if (tokens.is(start, 'this') || tokens.is(start, 'super')) return { value: this.#self(start), next: start + 1 };
    if (isKeyword(tokens, start)) {
      return ['true', 'false', 'null'].includes(tokens.word(start))
        ? { value: foreign, next: start + 1 }
        : { value: unknown, next: start };
    }
    if (kind === tokenKind.name || kind === tokenKind.quotedName || kind === tokenKind.hole) {
      const value = tokens.is(start, '_') ? unknown : this.#resolver.nameValue(start);
      return { value, next: start + 1 };
    }
    if (kind === tokenKind.stringStart) {
      const isColumn = tokens.is(start, '$"') || tokens.is(start, '$"""');
      return { value: isColumn ? instance(columnName) : foreign, next: behind(tokens, start) };
    }
    if (tokens.is(start, '(')) {
      const next = behind(tokens, start);
      return { value: next - 1 > start + 1 ? this.#inBrackets(start + 1, Math.min(end, next - 1)) : foreign, next };
    }
    if (tokens.is(start, '{'))
      return { value: this.#block(start + 1, behind(tokens, start) - 1), next: behind(tokens, start) };
    const isLiteral = kind >= tokenKind.number && kind <= tokenKind.symbol;
    return isLiteral ? { value: foreign, next: start + 1 } : { value: unknown, next: start };
  }

  /** `(a, b)` is a tuple. */
  #inBrackets(start: number, end: number): Value {
    for (let at = start; at < end; at = behind(this.#tokens, at)) if (this.#tokens.is(at, ',')) return foreign;
    return this.#resolver.evaluate(start, end);
  }

  /** `new a.b.C[T](…)`; with a body of its own it is still a C. */
  #made(start: number): Operand {
    const tokens = this.#tokens;
    if (!isName(tokens, start)) return { value: unknown, next: start + 1 };
    let at = start;
    while (tokens.is(at + 1, '.')) at += 2;
    let next = at + 1;
    if (tokens.is(next, '[')) next = behind(tokens, next);
    while ((tokens.is(next, '(') || tokens.is(next, '{')) && !tokens.isOnNewLine(next)) next = behind(tokens, next);
    return { value: this.#resolver.typeValue(start), next };
  }

  /** The class around, where it has a body in this file. */
  #self(index: number): Value {
    const { scopes } = this.#resolver;
    for (const open of scopes.bracesAround(index)) if (scopes.headOf(open) >= 0) return { kind: 'own', open };
    return unknown;
  }

  receiver(dot: number): Value {
    const start = this.chainStart(dot - 1);
    if (start === null) return unknown;
    const { value, next } = this.#operand(start, dot);
    return next === dot ? value : unknown;
  }

  /** Where the chain of selections and calls that ends at a token begins; null where it cannot be told. */
  chainStart(last: number): number | null {
    const tokens = this.#tokens;
    let at = last;
    for (let steps = 0; steps < 2000; steps++) {
      if (closes(tokens, at)) {
        const open = tokens.partner(at);
        if (open < 0) return null;
        const before = open - 1;
        const isCall = !tokens.isOnNewLine(open) && tokens.kind(open) === tokenKind.open && this.#isCallee(before);
        if (!isCall) return open;
        at = before;
        continue;
      }
      if (!isName(tokens, at) && !tokens.is(at, 'this') && !tokens.is(at, 'super')) {
        const kind = tokens.kind(at);
        return kind >= tokenKind.number && kind <= tokenKind.symbol ? at : null;
      }
      if (!tokens.is(at - 1, '.')) return tokens.is(at - 1, 'new') ? at - 1 : at;
      at -= 2;
    }
    return null;
  }

  #isCallee(index: number): boolean {
    return isName(this.#tokens, index) || (closes(this.#tokens, index) && this.#tokens.kind(index) === tokenKind.close);
  }

  infixLeft(index: number): Value | null {
    const tokens = this.#tokens;
    if (tokens.isOnNewLine(index) || !this.#endsOperand(index - 1)) return null;
    const start = this.#expressionStart(index);
    if (start === null) return unknown;
    const first = this.#operand(start, index);
    let value = settled(first.value);
    let at = first.next;
    while (at < index) {
      if (!this.#isOperator(at)) return unknown;
      const right = this.#operand(at + 1, index);
      // the name stands where an operand is due
      if (right.next <= at + 1) return at + 1 === index ? null : unknown;
      value = this.#operated(value, at, settled(right.value));
      at = right.next;
    }
    return at === index ? value : unknown;
  }

  #endsOperand(index: number): boolean {
    const kind = this.#tokens.kind(index);
    if (kind === tokenKind.close || kind === tokenKind.stringEnd) return !this.#isCondition(index);
    return isName(this.#tokens, index) || (kind >= tokenKind.number && kind <= tokenKind.symbol);
  }

  /** `if (a) b`, `for (a <- b) c`, `case x => ` and annotations: what follows is no operator. */
  #isCondition(index: number): boolean {
    const before = this.#tokens.partner(index) - 1;
    return ['if', 'while', 'for'].some((word) => this.#tokens.is(before, word));
  }

  /** Where the operands begin among which a token stands: behind a bracket, comma, `=`, keyword or the statement's start. */
  #expressionStart(index: number): number | null {
    const tokens = this.#tokens;
    let at = index - 1;
    for (let steps = 0; at >= 0 && steps < 400; steps++) {
      const isStop =
        opens(tokens, at) ||
        isKeyword(tokens, at) ||
        [',', ';', '=', '=>', '<-', ':'].some((mark) => tokens.is(at, mark)) ||
        endsBefore(tokens, at + 1);
      if (isStop && at < index - 1) return at + 1;
      if (isStop) return null;
      at = ahead(tokens, at);
    }
    return at < 0 ? 0 : null;
  }
}
