import type { Span } from '../text/span';
import { boundNames } from './bindings';
import { blockOf, callAround, definitions, pathTo, rootOf } from './place';
import { jinjaPlaceAt, type JinjaPlace, type JinjaToken } from './reader';

/** What may be written at a caret in Jinja's code; the span is the piece that is there already. */
export type JinjaSpot = Span & { block: string; bound: Set<string> } & (
    | {
        kind: 'name';
        /** `target` in `target.‸`; empty for a name of its own. */
        owner: string;
        /** The call whose argument begins here. */
        argumentOf?: string;
        /** The argument that the name is given to. */
        argument?: string;
      }
    | { kind: 'filter' }
    /** A text that is an argument: named, or the first. */
    | { kind: 'string'; of: string; argument: string | null }
  );

/** Words behind which an expression begins, as behind an operator. */
const beforeExpression = new Set('and or not in if elif else do call print'.split(' '));

/** Reads no further than the caret: what is being typed is rarely closed. */
export function jinjaSpotAt(text: string, offset: number, from = 0): JinjaSpot | null {
  const place = jinjaPlaceAt(`${text.slice(0, offset)} `, offset, from);
  return place && spotIn(text, offset, place);
}

function spotIn(text: string, offset: number, place: JinjaPlace): JinjaSpot | null {
  const { tokens } = place.tag;
  const quote = tokens.findIndex(({ kind, text: sign }) => kind === 'sign' && (sign === '"' || sign === "'"));
  if (quote >= 0) return inString(text, offset, place, quote);
  const last = tokens.at(-1);
  const isTyped = last?.kind === 'name' && last.end === offset;
  const before = isTyped ? tokens.slice(0, -1) : tokens;
  const start = isTyped ? last.start : offset;
  const found = nameSpot(before, place);
  if (!found) return null;
  const end = offset + (/^\w*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
  return { start, end, block: blockOf(place.before), bound: boundNames(place), ...found };
}

type NameSpot = { kind: 'filter' } | { kind: 'name'; owner: string; argumentOf?: string; argument?: string };

function nameSpot(before: readonly JinjaToken[], place: JinjaPlace): NameSpot | null {
  const head = place.tag.kind === 'statement' ? (before[0]?.text ?? '') : undefined;
  if (head !== undefined && !usesNames(head, before)) return null;
  const previous = before.at(-1);
  if (previous?.text === '|') return { kind: 'filter' };
  if (previous?.text === '.') {
    const owner = before.at(-2)?.kind === 'name' ? pathTo(before, before.length - 2) : null;
    if (owner === null || boundNames(place).has(rootOf(owner))) return null;
    return before.at(-2 - 2 * (owner.split('.').length - 1) - 1)?.text === '|' ? null : { kind: 'name', owner };
  }
  if (previous && isOperand(previous)) return null;
  return { kind: 'name', owner: '', ...argumentAt(before, place) };
}

/** Statements whose expression has begun. */
function usesNames(head: string, before: readonly JinjaToken[]): boolean {
  if (before.length === 0 || definitions.has(head)) return false;
  if (head === 'set') return before.some(({ text }) => text === '=');
  return head !== 'for' || before.some(({ text }) => text === 'in');
}

/** Behind a value no other may stand. */
function isOperand({ kind, text }: JinjaToken): boolean {
  if (kind === 'name') return !beforeExpression.has(text);
  return kind === 'string' || /^[)\]}\d]/.test(text);
}

function argumentAt(before: readonly JinjaToken[], place: JinjaPlace): { argumentOf?: string; argument?: string } {
  const call = callAround(before, before.length);
  if (!call || boundNames(place).has(rootOf(call.of))) return {};
  const [name, sign] = [before.at(-2), before.at(-1)];
  if (sign?.text === '=' && name?.kind === 'name') return { argumentOf: call.of, argument: name.text };
  return sign?.text === '(' || sign?.text === ',' ? { argumentOf: call.of } : {};
}

function inString(text: string, offset: number, place: JinjaPlace, index: number): JinjaSpot | null {
  const { tokens } = place.tag;
  const quote = tokens[index];
  if (!quote) return null;
  const written = text.slice(quote.end, offset);
  // the text of a hook is Jinja again
  if (/\{[{%]/.test(written)) {
    const inner = jinjaPlaceAt(`${text.slice(0, offset)} `, offset, quote.end);
    return inner && spotIn(text, offset, { ...inner, before: [...place.before, ...inner.before] });
  }
  const call = callAround(tokens, index);
  const bound = boundNames(place);
  if (!call || bound.has(rootOf(call.of)) || /[\r\n]/.test(written)) return null;
  const argument = argumentOf(tokens, index, call.first);
  if (argument === undefined) return null;
  const end = offset + restOfString(text, offset, quote.text);
  return { kind: 'string', start: quote.end, end, of: call.of, argument, block: blockOf(place.before), bound };
}

/** The name of a text's argument, null for the first; undefined where it is only a part of one. */
function argumentOf(tokens: readonly JinjaToken[], index: number, first: number): string | null | undefined {
  if (index === first) return null;
  const name = tokens[index - 2];
  return tokens[index - 1]?.text === '=' && name?.kind === 'name' ? name.text : undefined;
}

/** Up to the closing quote on the line; without one nothing behind the caret belongs to the text. */
function restOfString(text: string, offset: number, quote: string): number {
  const line = /^[^\r\n]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const close = line.indexOf(quote);
  return close >= 0 && !/[(){},=]/.test(line.slice(0, close)) ? close : 0;
}
