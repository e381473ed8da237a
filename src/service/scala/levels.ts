import { readImport, type Imported } from './imports';
import { tokenKind } from './scanner';
import { behind, endsBefore, isName, statementEnd } from './statements';
import type { ScalaTokens } from './tokens';

/** What a name stands for where it is bound: tokens by number. The arrow behind a `plain` type is not the type's. */
export type Binding =
  | {
      kind: 'value';
      at: number;
      type?: number;
      from?: [start: number, end: number];
      method?: true;
      parameters?: true;
      plain?: true;
    }
  | { kind: 'template'; at: number; open: number; isObject: boolean }
  | { kind: 'type'; at: number; is?: number }
  | { kind: 'import'; at: number; imported: Imported }
  /** Bound by a pattern or a lambda: nobody knows to what. */
  | { kind: 'opaque'; at: number };

/** What one block or class body binds: the statements between a brace and its partner, or all of the file. */
export interface Level {
  bindings: Map<string, Binding[]>;
  /** `import x._`, in their order. */
  wildcards: Extract<Binding, { kind: 'import' }>[];
}

const modifiers = new Set(
  'abstract case final implicit lazy override private protected sealed inline opaque open'.split(' '),
);

/** Reads the definitions that begin between two tokens of a level, without what stands in brackets there. */
export function readDefinitions(tokens: ScalaTokens, start: number, end: number, levelEnd: number, level: Level): void {
  for (let at = start; at < end; at = behind(tokens, at)) {
    if (tokens.kind(at) === tokenKind.name && !tokens.is(at - 1, '.')) readDefinition(tokens, at, levelEnd, level);
  }
}

function readDefinition(tokens: ScalaTokens, at: number, end: number, level: Level): void {
  switch (tokens.word(at)) {
    case 'val':
    case 'var':
      return readValue(tokens, at, end, level);
    case 'def':
      return readMethod(tokens, at, end, level);
    case 'class':
    case 'trait':
    case 'object':
    case 'enum':
      return readTemplate(tokens, at, end, level);
    case 'type':
      if (isName(tokens, at + 1)) {
        const equals = tokens.is(at + 2, '=') ? at + 3 : undefined;
        bind(level, tokens.word(at + 1), { kind: 'type', at: at + 1, ...(equals !== undefined && { is: equals }) });
      }
      return;
    case 'import':
      return readImports(tokens, at, level);
  }
}

function bind(level: Level, name: string, binding: Binding): void {
  const known = level.bindings.get(name);
  if (known) known.push(binding);
  else level.bindings.set(name, [binding]);
}

/** `val a: T = e`, `val a, b = e`, `val (a, b) = e`, `val C(a) = e`. */
function readValue(tokens: ScalaTokens, keyword: number, end: number, level: Level): void {
  const first = keyword + 1;
  const after = first + 1;
  if (isName(tokens, first) && (tokens.is(after, ':') || tokens.is(after, '='))) {
    const hasType = tokens.is(after, ':');
    const equals = hasType ? equalsBehind(tokens, after + 1, end) : after;
    const from = equals === null ? undefined : rangeBehind(tokens, equals, end);
    bind(level, tokens.word(first), {
      kind: 'value',
      at: first,
      ...(hasType && { type: after + 1 }),
      ...(from && { from }),
    });
    return;
  }
  const equals = equalsBehind(tokens, first, end) ?? Math.min(end, first + 1);
  bindPattern(tokens, first, equals, level);
}

function readMethod(tokens: ScalaTokens, keyword: number, end: number, level: Level): void {
  const name = keyword + 1;
  if (!isName(tokens, name)) return;
  let at = name + 1;
  let parameters = false;
  while (tokens.is(at, '[') || tokens.is(at, '(')) {
    if (tokens.partner(at) < 0) break;
    parameters ||= tokens.is(at, '(');
    at = behind(tokens, at);
  }
  const type = tokens.is(at, ':') ? at + 1 : undefined;
  const equals = tokens.is(at, '=') ? at : type === undefined ? null : equalsBehind(tokens, type, end);
  const from = equals === null ? undefined : rangeBehind(tokens, equals, end);
  bind(level, tokens.word(name), {
    kind: 'value',
    at: name,
    method: true,
    ...(parameters && { parameters }),
    ...(type !== undefined && { type }),
    ...(from && { from }),
  });
}

function readTemplate(tokens: ScalaTokens, keyword: number, end: number, level: Level): void {
  const name = keyword + 1;
  if (!isName(tokens, name)) return;
  const isObject = tokens.is(keyword, 'object');
  bind(level, tokens.word(name), { kind: 'template', at: name, open: bodyOf(tokens, name, end), isObject });
}

/** The brace that opens the body of a class; -1 where it has none. */
export function bodyOf(tokens: ScalaTokens, name: number, end: number): number {
  let at = name + 1;
  while (at < end && !tokens.is(at, '{') && (at === name + 1 || !endsBefore(tokens, at))) {
    if (tokens.is(at, '=')) return -1;
    at = behind(tokens, at);
  }
  return at < end && tokens.is(at, '{') ? at : -1;
}

function readImports(tokens: ScalaTokens, keyword: number, level: Level): void {
  for (const imported of readImport(tokens, keyword).imported) {
    const binding: Binding & { kind: 'import' } = { kind: 'import', at: keyword, imported };
    if (imported.name === '*') level.wildcards.push(binding);
    else if (imported.name !== '' && imported.name !== '_') bind(level, imported.name, binding);
  }
}

/** The `=` that belongs to a definition, behind its type. */
function equalsBehind(tokens: ScalaTokens, start: number, end: number): number | null {
  for (let at = start; at < end; at = behind(tokens, at)) {
    if (tokens.is(at, '=')) return at;
    if (at > start && endsBefore(tokens, at)) return null;
  }
  return null;
}

function rangeBehind(tokens: ScalaTokens, equals: number, end: number): [number, number] | undefined {
  const start = equals + 1;
  return start < end ? [start, statementEnd(tokens, start, end)] : undefined;
}

/** Names that a pattern binds: all in it that begin with a small letter and are not called. A typed one has its type. */
export function bindPattern(tokens: ScalaTokens, start: number, end: number, level: Level): void {
  for (let at = start; at < end; at++) {
    if (!isName(tokens, at) || tokens.is(at, '_') || modifiers.has(tokens.word(at))) continue;
    // what follows a colon is a type
    if (tokens.is(at - 1, '.') || tokens.is(at + 1, '.') || tokens.is(at + 1, '(') || tokens.is(at - 1, ':')) continue;
    const isTyped = tokens.is(at + 1, ':') && isName(tokens, at + 2);
    const binding: Binding = isTyped ? { kind: 'value', at, type: at + 2, plain: true } : { kind: 'opaque', at };
    bind(level, tokens.word(at), binding);
  }
}
