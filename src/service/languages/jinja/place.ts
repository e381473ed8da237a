import { touches } from '../text/span';
import { boundNames } from './bindings';
import { jinjaPlaceAt, type JinjaPlace, type JinjaToken } from './reader';

/** What stands at an offset in Jinja's code. Names that the template itself gives a meaning to are left out. */
export type JinjaName =
  | { kind: 'name'; token: JinjaToken; path: string; called: boolean }
  /** `of` is the function as written: `config`. */
  | { kind: 'argument'; token: JinjaToken; of: string; block: string }
  /** A key in the dictionary that is the first argument. */
  | { kind: 'entry'; token: JinjaToken; of: string; block: string }
  | { kind: 'value'; token: JinjaToken; of: string; argument: string; block: string }
  /** The first of the arguments, where it is a text. */
  | { kind: 'first'; token: JinjaToken; of: string; block: string };

export function jinjaNameAt(text: string, offset: number, from = 0): JinjaName | null {
  const place = jinjaPlaceAt(text, offset, from);
  return place && nameAt(text, offset, place);
}

function nameAt(text: string, offset: number, place: JinjaPlace): JinjaName | null {
  const { tokens, kind } = place.tag;
  const index = tokens.findIndex((one) => one.kind !== 'sign' && touches(one, offset));
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === 'string') {
    if (offset <= token.start || offset >= token.end) return null;
    const hook = hookAround(text, offset, token, place);
    if (hook !== undefined) return hook && nameAt(text, offset, hook);
    const inner = valueAt(tokens, index) ?? entryAt(tokens, index);
    return inner && !boundNames(place).has(rootOf(inner.of)) ? { token, ...inner, block: blockOf(place.before) } : null;
  }
  if (kind === 'statement' && (index === 0 || definitions.has(tokens[0]?.text ?? ''))) return null;
  const previous = tokens[index - 1]?.text;
  if (previous === '|' || previous === 'is' || (previous === 'not' && tokens[index - 2]?.text === 'is')) return null;
  if (tokens[index + 1]?.text === '=') {
    const call = callAround(tokens, index);
    if (!call || boundNames(place).has(rootOf(call.of))) return null;
    return { kind: 'argument', token, of: call.of, block: blockOf(place.before) };
  }
  const path = pathTo(tokens, index);
  if (path === null || words.has(token.text) || boundNames(place).has(rootOf(path))) return null;
  return { kind: 'name', token, path, called: tokens[index + 1]?.text === '(' };
}

/** The place in the text of a hook, which is Jinja again; undefined where a string is none. */
export function hookAround(
  text: string,
  offset: number,
  string: JinjaToken,
  { before }: JinjaPlace,
): JinjaPlace | null | undefined {
  if (!/\{[{%#]/.test(string.text)) return undefined;
  const inner = jinjaPlaceAt(text.slice(0, string.end - 1), offset, string.start + 1);
  return inner && { ...inner, before: [...before, ...inner.before] };
}

/** Statements in which names are given, not used. */
export const definitions = new Set([
  'macro',
  'test',
  'data_test',
  'materialization',
  'snapshot',
  'docs',
  'block',
  'import',
  'from',
]);

const words = new Set(
  'and or not in is if else for true false none True False None recursive loop caller varargs kwargs'.split(' '),
);

export function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

/** `target.name` up to a name; null where it belongs to something that is no name. */
export function pathTo(tokens: readonly JinjaToken[], index: number): string | null {
  const parts = [tokens[index]?.text ?? ''];
  let at = index;
  while (tokens[at - 1]?.text === '.') {
    const owner = tokens[at - 2];
    if (owner?.kind !== 'name') return null;
    parts.unshift(owner.text);
    at -= 2;
  }
  return parts.join('.');
}

/** The call whose arguments hold a token, and where they begin. */
export function callAround(tokens: readonly JinjaToken[], index: number): { of: string; first: number } | null {
  const open = openingBefore(tokens, index);
  const isCall = tokens[open]?.text === '(' && tokens[open - 1]?.kind === 'name' && tokens[open - 2]?.text !== '|';
  const callee = isCall ? pathTo(tokens, open - 1) : null;
  return callee === null ? null : { of: callee, first: open + 1 };
}

/** A key, or a text as its value, in the dictionary that a call takes for arguments: `config({"schema": "x"})`. */
function entryAt(tokens: readonly JinjaToken[], index: number) {
  const token = tokens[index];
  const open = openingBefore(tokens, index);
  const call = tokens[open]?.text === '{' ? callAround(tokens, open) : null;
  if (!token || call?.first !== open) return null;
  const [before, after] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? ''];
  if (/^[{,]$/.test(before) && after === ':') return { kind: 'entry' as const, of: call.of, token: content(token) };
  const key = tokens[index - 2];
  if (before !== ':' || key?.kind !== 'string' || !/^[,}]$/.test(after)) return null;
  return { kind: 'value' as const, of: call.of, argument: content(key).text };
}

function content({ start, end, text }: JinjaToken): JinjaToken {
  return { kind: 'name', start: start + 1, end: end - 1, text: text.slice(1, -1) };
}

/** The bracket around a token; -1 where there is none. */
function openingBefore(tokens: readonly JinjaToken[], index: number): number {
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const { text, kind } = tokens[at] ?? { text: '', kind: 'sign' };
    if (kind !== 'sign') continue;
    if (/^[)\]}]$/.test(text)) depth++;
    else if (/^[([{]$/.test(text) && depth-- === 0) return at;
  }
  return -1;
}

/** A text that is all of an argument. */
function valueAt(tokens: readonly JinjaToken[], index: number) {
  const call = callAround(tokens, index);
  if (!call || !/^[,)]$/.test(tokens[index + 1]?.text ?? ')')) return null;
  if (call.first === index) return { kind: 'first' as const, of: call.of };
  const name = tokens[index - 2];
  if (tokens[index - 1]?.text !== '=' || name?.kind !== 'name') return null;
  return { kind: 'value' as const, of: call.of, argument: name.text };
}

/** The block that decides what a call of `config` configures. */
export function blockOf(before: readonly { tokens: readonly JinjaToken[] }[]): string {
  for (let at = before.length - 1; at >= 0; at--) {
    const head = before[at]?.tokens[0]?.text ?? '';
    if (/^end(?:macro|test|snapshot|data_test|materialization)$/.test(head)) return '';
    if (/^(?:macro|test|snapshot|data_test|materialization)$/.test(head)) return head;
  }
  return '';
}
