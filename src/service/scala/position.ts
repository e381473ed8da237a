import type { ApiReference } from '../languages/apiReference';
import type { ApiSymbol } from '../../catalogue/api';
import { importAround, readImport } from './imports';
import type { Resolver } from './resolver';
import { tokenKind } from './scanner';
import { isKeyword, isName } from './statements';
import { stringAt } from './strings';
import { aloneMember, inheritedWords } from './alone';

/** Offsets in UTF-16 code units, `end` exclusive. */
interface Place {
  start: number;
  end: number;
}

/** What stands at a position in Scala code. */
export type ScalaMention = Place &
  (
    | { kind: 'symbol'; symbol: ApiSymbol }
    /** A key of Spark's configuration, an option, or a value of one. */
    | { kind: 'reference'; reference: ApiReference }
    /** SQL in a string; `offset` is the caret's place in it. */
    | { kind: 'sql'; text: string; offset: number }
  );

/** What stands at an offset, resolved by imports, types and scopes; null in doubt. */
export function mentionAt(offset: number, resolver: Resolver): ScalaMention | null {
  const { tokens } = resolver;
  const index = tokens.at(offset);
  if (index === undefined) return null;
  const kind = tokens.kind(index);
  if (kind === tokenKind.string || kind === tokenKind.stringPart) return stringAt(index, offset, resolver);
  const isWord = kind === tokenKind.operator || isName(tokens, index);
  const symbol = isWord ? symbolAt(index, resolver) : undefined;
  return symbol ? { kind: 'symbol', symbol, start: tokens.start(index), end: tokens.end(index) } : null;
}

function symbolAt(index: number, resolver: Resolver): ApiSymbol | undefined {
  const { tokens } = resolver;
  if (tokens.kind(index) === tokenKind.operator) return operatorAt(index, resolver);
  const clause = importAround(tokens, index);
  if (clause !== null) return importedSymbol(clause, index, resolver);
  if (tokens.is(index - 1, '.')) return selectedSymbol(index, resolver);
  if (isBound(index, resolver)) return undefined;
  const left = resolver.infixLeft(index);
  if (left) return resolver.member(left, tokens.word(index)).symbol;
  return plainSymbol(index, resolver);
}

/** `===`, `=!=`, `&&` between columns. */
function operatorAt(index: number, resolver: Resolver): ApiSymbol | undefined {
  const { tokens } = resolver;
  const word = tokens.word(index);
  if (['=', '=>', '<-', ':', '->', '@', '<:', '>:'].includes(word)) return undefined;
  const left = resolver.infixLeft(index);
  return left ? resolver.member(left, word).symbol : undefined;
}

/** Names that are being bound, or that name an argument. */
function isBound(index: number, { tokens }: Resolver): boolean {
  if (
    ['val', 'var', 'def', 'class', 'object', 'trait', 'type', 'enum', 'package'].some((word) =>
      tokens.is(index - 1, word),
    )
  )
    return true;
  const isArgument = tokens.is(index + 1, '=') && (tokens.is(index - 1, '(') || tokens.is(index - 1, ','));
  const isParameter = tokens.is(index + 1, '=>') && !isInType(index, tokens);
  return isArgument || isParameter || tokens.is(index + 1, '<-') || isTyped(index, tokens);
}

/** `A` of `f: A => B` and of `Seq[A => B]`. */
function isInType(index: number, tokens: Resolver['tokens']): boolean {
  if (tokens.is(index - 1, ':') || tokens.is(index - 1, '[')) return true;
  return tokens.is(index - 1, ',') && /^[A-Z]/.test(tokens.word(index));
}

/** `a: T`, but not `cols: _*`, where the name is used. */
function isTyped(index: number, tokens: Resolver['tokens']): boolean {
  return tokens.is(index + 1, ':') && !tokens.is(index + 2, '_') && tokens.kind(index) !== tokenKind.hole;
}

function importedSymbol(clause: number, index: number, resolver: Resolver): ApiSymbol | undefined {
  const { imported } = readImport(resolver.tokens, clause);
  const found = imported.find(({ segments }) => segments.includes(index));
  if (!found) return undefined;
  const upTo = found.path.slice(0, found.segments.indexOf(index) + 1);
  const symbol = upTo.length > 1 ? resolver.api.lookup(upTo.join('.')) : undefined;
  if (symbol) return symbol.kind === 'module' ? undefined : symbol;
  // `import spark.implicits._`: the root is a name of this file
  const parent = upTo.length > 1 ? resolver.pathValue(upTo.slice(0, -1), clause) : undefined;
  return parent && resolver.member(parent, upTo.at(-1) ?? '').symbol;
}

function selectedSymbol(index: number, resolver: Resolver): ApiSymbol | undefined {
  const name = resolver.tokens.word(index);
  const receiver = resolver.receiver(index - 1);
  const { symbol } = resolver.member(receiver, name);
  if (symbol) return symbol;
  return receiver.kind === 'unknown' ? aloneMember(index, name, resolver) : undefined;
}

function plainSymbol(index: number, resolver: Resolver): ApiSymbol | undefined {
  const { tokens, scopes } = resolver;
  const name = tokens.word(index);
  if (name === '_' || isKeyword(tokens, index)) return undefined;
  const found = scopes.find(name, index, (wildcard) => resolver.fromWildcard(wildcard, name));
  const isWild = found.binding === undefined;
  // what a wildcard brings may be hidden by a member that a class inherits: a call is surely meant
  if (isWild && !isCalled(index, tokens) && /^[a-z]/.test(name)) return undefined;
  if (isWild && inheritedWords.has(name) && resolver.inheritsForeign(index)) return undefined;
  if (found.binding && found.binding.kind !== 'import') return undefined;
  const value = found.binding ? resolver.bindingValue(found.binding) : found.given;
  if (value?.kind === 'method') return value.symbol;
  return value?.kind === 'object' ? resolver.api.lookup(value.path) : undefined;
}

function isCalled(index: number, tokens: Resolver['tokens']): boolean {
  return tokens.is(index + 1, '(') && !tokens.isOnNewLine(index + 1);
}
