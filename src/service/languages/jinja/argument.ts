import type { CallArgument } from '../../dbt/call';
import type { Span } from '../text/span';
import { boundNames } from './bindings';
import { callAround, hookAround, rootOf } from './place';
import { jinjaPlaceAt, type JinjaPlace, type JinjaToken } from './reader';

/** A call with one of its arguments under the caret, a text: its content's span. */
export interface JinjaCall extends Span {
  of: string;
  args: readonly CallArgument[];
  index: number;
}

/** The call whose argument stands at an offset, where that is a text and the function is not the template's own. */
export function jinjaCallAt(text: string, offset: number, from = 0): JinjaCall | null {
  const place = jinjaPlaceAt(text, offset, from);
  return place && callAt(text, offset, place);
}

function callAt(text: string, offset: number, place: JinjaPlace): JinjaCall | null {
  const { tokens } = place.tag;
  const index = tokens.findIndex(({ kind, start, end }) => kind === 'string' && start < offset && offset < end);
  const token = tokens[index];
  if (!token) return null;
  const hook = hookAround(text, offset, token, place);
  if (hook !== undefined) return hook && callAt(text, offset, hook);
  const call = callAround(tokens, index);
  if (!call || boundNames(place).has(rootOf(call.of))) return null;
  const args = splitArguments(tokens.slice(call.first));
  const at = args.findIndex((argument) => argument.includes(token));
  return { of: call.of, args: args.map(argumentOf), index: at, start: token.start + 1, end: token.end - 1 };
}

/** The tokens of each argument, up to the bracket that ends the call. */
function splitArguments(tokens: readonly JinjaToken[]): JinjaToken[][] {
  const args: JinjaToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const sign = token.kind === 'sign' ? token.text : '';
    if (/^[([{]$/.test(sign)) depth++;
    else if (/^[)\]}]$/.test(sign) && depth-- === 0) break;
    if (sign === ',' && depth === 0) args.push([]);
    else args.at(-1)?.push(token);
  }
  return args.filter((argument) => argument.length > 0);
}

function argumentOf(tokens: readonly JinjaToken[]): CallArgument {
  const isNamed = tokens[0]?.kind === 'name' && tokens[1]?.text === '=';
  const [value, ...more] = isNamed ? tokens.slice(2) : tokens;
  return { ...(isNamed && { name: tokens[0]?.text }), value: more.length > 0 || !value ? null : literal(value) };
}

function literal({ kind, text }: JinjaToken): string | null {
  if (kind === 'string') return text.includes('\\') ? null : text.slice(1, -1);
  return /^\d/.test(text) ? text : null;
}
