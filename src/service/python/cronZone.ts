import type { SyntaxNode } from '@lezer/common';
import { textOf } from './imports';
import type { Resolver } from './resolver';
import { argumentsOf, childNamed, partsIn, scopeOf, stringText, type Argument } from './syntax';

/** The time zone of a schedule: its name, nothing where nobody gives one, or null where the code does not say which. */
export type WrittenZone = { name: string } | undefined | null;

/** How deep one expression may lead to another. */
const deepest = 6;

/** What a timetable's call gives as `timezone`, by its name or behind the expression. */
export function timetableZone(list: SyntaxNode, resolver: Resolver): WrittenZone {
  const given = argumentsOf(list);
  const zone = argumentNamed(given, 'timezone', resolver) ?? (given.length === 2 && !given[1]?.name && given[1]?.value);
  return zone ? zoneOf(zone, resolver, 0) : null;
}

/** A Dag has the zone of its `start_date`, its own or that in `default_args`. */
export function dagZone(list: SyntaxNode, resolver: Resolver): WrittenZone {
  const given = argumentsOf(list);
  if (given.some(({ star }) => star !== '')) return null;
  const own = argumentNamed(given, 'start_date', resolver);
  if (own) return dateZone(own, resolver, 0);
  const fallback = argumentNamed(given, 'default_args', resolver);
  const dictionary = fallback && followed(fallback, resolver);
  if (!dictionary) return undefined;
  if (dictionary.name !== 'DictionaryExpression') return null;
  const parts = partsIn(dictionary);
  const key = parts.findIndex((part) => stringText(part, resolver.text) === 'start_date');
  const value = key < 0 ? undefined : parts[key + 1];
  return value ? dateZone(value, resolver, 0) : undefined;
}

function argumentNamed(given: readonly Argument[], wanted: string, { text }: Resolver): SyntaxNode | undefined {
  return given.find(({ name }) => name && textOf(name, text) === wanted)?.value;
}

/** Where in each call the zone stands if it is given without a name, and the zone if it is not given at all. */
const dates: ReadonlyMap<string, { name: string; index: number; without: WrittenZone }> = new Map([
  ['datetime.datetime', { name: 'tzinfo', index: 7, without: undefined }],
  ['airflow.utils.timezone.datetime', { name: 'tzinfo', index: 7, without: undefined }],
  ['airflow.sdk.timezone.datetime', { name: 'tzinfo', index: 7, without: undefined }],
  ['pendulum.datetime', { name: 'tz', index: 7, without: { name: 'UTC' } }],
  ['pendulum.today', { name: 'tz', index: 0, without: null }],
  ['pendulum.now', { name: 'tz', index: 0, without: null }],
]);

function dateZone(node: SyntaxNode, resolver: Resolver, depth: number): WrittenZone {
  const at = followed(node, resolver);
  if (at.name === 'None') return undefined;
  if (at.name !== 'CallExpression' || depth > deepest) return null;
  const callee = at.firstChild;
  const receiver = callee?.name === 'MemberExpression' ? callee.firstChild : null;
  if (callee && receiver?.name === 'CallExpression' && /^(?:add|subtract)$/.test(lastName(callee, resolver))) {
    return dateZone(receiver, resolver, depth + 1);
  }
  const date = dates.get(pathOf(callee, resolver) ?? '');
  if (!date) return null;
  const given = argumentsOf(childNamed(at, 'ArgList'));
  if (given.some(({ star }) => star !== '')) return null;
  const zone =
    argumentNamed(given, date.name, resolver) ?? given.filter(({ name }) => !name)[date.index]?.value ?? undefined;
  return zone ? zoneOf(zone, resolver, depth + 1) : date.without;
}

const zoneCalls: ReadonlySet<string> = new Set([
  'pendulum.timezone',
  'pendulum.Timezone',
  'pendulum.tz.timezone',
  'zoneinfo.ZoneInfo',
  'pytz.timezone',
]);

const utc: ReadonlySet<string> = new Set([
  'pendulum.UTC',
  'pendulum.tz.UTC',
  'pytz.utc',
  'pytz.UTC',
  'datetime.timezone.utc',
  'datetime.UTC',
]);

function zoneOf(node: SyntaxNode, resolver: Resolver, depth: number): WrittenZone {
  const at = followed(node, resolver);
  const name = stringText(at, resolver.text);
  if (name !== null) return { name };
  if (depth > deepest) return null;
  if (utc.has(pathOf(at, resolver) ?? '')) return { name: 'UTC' };
  if (at.name !== 'CallExpression' || !zoneCalls.has(pathOf(at.firstChild, resolver) ?? '')) return null;
  const [first, ...more] = argumentsOf(childNamed(at, 'ArgList'));
  return first && !first.name && more.length === 0 ? zoneOf(first.value, resolver, depth + 1) : null;
}

/** The path that a dotted name stands for by its import. */
function pathOf(node: SyntaxNode | null, resolver: Resolver): string | null {
  if (node?.name === 'VariableName') return resolver.importedPath(textOf(node, resolver.text), node);
  if (node?.name !== 'MemberExpression') return null;
  const owner = pathOf(node.firstChild, resolver);
  return owner === null ? null : `${owner}.${lastName(node, resolver)}`;
}

function lastName(node: SyntaxNode, { text }: Resolver): string {
  return node.lastChild ? textOf(node.lastChild, text) : '';
}

/** The expression that a name was given, where only one statement gives it one; else the name itself. */
function followed(node: SyntaxNode, resolver: Resolver): SyntaxNode {
  let at = node;
  for (let steps = 0; at.name === 'VariableName' && steps < deepest; steps++) {
    const value = assignedOnce(textOf(at, resolver.text), at, resolver);
    if (!value) return at;
    at = value;
  }
  return at;
}

function assignedOnce(name: string, at: SyntaxNode, resolver: Resolver): SyntaxNode | undefined {
  for (let scope = scopeOf(at); ; scope = scopeOf(scope)) {
    const [binding, ...more] = resolver.scopeBindings(scope, name);
    if (binding) {
      const source = binding.source;
      const isOne = more.length === 0 && source.how === 'assign' && source.unpack.length === 0;
      return isOne && source.value.length === 1 ? source.value[0] : undefined;
    }
    if (scope.name === 'Script') return undefined;
  }
}
