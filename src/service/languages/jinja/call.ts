import type { CallPlace } from '../callPlace';
import { boundNames } from './bindings';
import { calledNames, configNames, isConfig, resourceOf } from './dbt';
import { blockOf, pathTo, rootOf } from './place';
import { jinjaPlaceAt, type JinjaPlace, type JinjaToken } from './reader';

/** The call of dbt's around a caret, in a file that is known to be dbt's. `from`: where the template begins. */
export function dbtCallPlace(text: string, offset: number, path: string, from = 0): CallPlace | null {
  const place = jinjaPlaceAt(`${text.slice(0, offset)} `, offset, from);
  const call = place && openCall(place);
  if (!call || boundNames(place).has(rootOf(call.of))) return null;
  const { of, index, keyword } = call;
  const key =
    isConfig(of) && keyword !== undefined ? configNames(resourceOf(blockOf(place.before), path), keyword) : null;
  return { names: calledNames(of), index, ...(keyword !== undefined && { keyword }), ...(key && { key }) };
}

interface OpenCall {
  of: string;
  index: number;
  keyword?: string;
}

/** The innermost call that is not closed before the caret; brackets of lists and dictionaries belong to an argument. */
function openCall({ tag: { tokens } }: JinjaPlace): OpenCall | null {
  const open: { at: number; commas: number; last: number }[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue;
    const innermost = open.at(-1);
    // a text that is open up to the caret is the rest of it
    if (text === '"' || text === "'") break;
    if (/^[([{]$/.test(text)) open.push({ at, commas: 0, last: at });
    else if (/^[)\]}]$/.test(text)) open.pop();
    else if (text === ',' && innermost) {
      innermost.commas++;
      innermost.last = at;
    }
  }
  for (const { at, commas, last } of open.reverse()) {
    const of = calleeAt(tokens, at);
    if (of === undefined) continue;
    if (of === null) return null;
    const [name, sign] = [tokens[last + 1], tokens[last + 2]];
    const keyword = name?.kind === 'name' && sign?.text === '=' ? name.text : undefined;
    return { of, index: commas, ...(keyword !== undefined && { keyword }) };
  }
  return null;
}

/** The path of what a bracket calls; null where nobody knows it, undefined where it calls nothing. */
function calleeAt(tokens: readonly JinjaToken[], at: number): string | null | undefined {
  const before = tokens[at - 1];
  if (tokens[at]?.text !== '(') return undefined;
  if (before?.text === ')' || before?.text === ']') return null;
  if (before?.kind !== 'name') return undefined;
  const path = pathTo(tokens, at - 1);
  const first = path === null ? at : at - 1 - 2 * (path.split('.').length - 1);
  // a filter takes the value in front of it as its first argument; a macro's own head calls nothing
  const head = tokens[first - 1];
  return head?.text === '|' || /^(?:macro|test|data_test|is)$/.test(head?.text ?? '') ? null : path;
}
