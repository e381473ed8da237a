import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './bindings';
import { guessMember } from './guess';
import { textOf } from './imports';
import { ownerOf } from './members';
import type { Resolver } from './resolver';
import { scopeOf } from './syntax';
import { unknown, type Value } from './values';

/** Characters after a binding, and uses in them, that are looked at. */
const farthest = 6000;
const mostUses = 12;
/** Bindings of one name beyond which not all of them are looked at for each of them. */
const mostBindings = 100;

export function isBoundOften(name: string, at: SyntaxNode, resolver: Resolver): boolean {
  const scope = scopeOf(at);
  const bindings = scope.name === 'Script' ? resolver.names.bindingsOf(name) : resolver.scope(scope).get(name);
  return bindings !== undefined && bindings.length > mostBindings;
}

/** What the uses of a name say of it, where one binding alone can hold; kept by that binding. */
export function usedHere(name: string, at: SyntaxNode, resolver: Resolver, known: Map<Binding, Value>): Value {
  const binding = resolver.usesSpark && !isBoundOften(name, at, resolver) ? resolver.boundAt(name, at) : null;
  if (!binding) return unknown;
  let value = known.get(binding);
  if (!value) {
    // what it is may be asked for while its uses are read
    known.set(binding, unknown);
    known.set(binding, (value = usedAs(binding, resolver)));
  }
  return value;
}

/**
 * What a name of an unknown value surely is, as the code calls a method on it that only one class has: `df.withColumn(…)`
 * says of `df.columns` before it, too, whose it is. Silent where it calls one that this class does not have.
 */
function usedAs({ name = '', from, node }: Binding, resolver: Resolver): Value {
  const end = Math.min(scopeOf(node).to, from + farthest);
  let found: (Value & { kind: 'instance' }) | undefined;
  const called: string[] = [];
  for (const member of usesOf(name, from, end, resolver)) {
    const method = textOf(member.lastChild ?? member, resolver.text);
    if (member.parent?.name !== 'CallExpression' || member.parent.firstChild?.from !== member.from) continue;
    called.push(method);
    const guessed = guessMember(member, method, resolver);
    const owner = guessed && ownerOf(guessed);
    if (owner?.kind !== 'instance') continue;
    if (found && found.path !== owner.path) return unknown;
    found = owner;
  }
  return found && called.every((method) => resolver.api.member(found.path, method)) ? found : unknown;
}

/** The `name.…` of a stretch of code that mean the binding which holds at its beginning. */
function usesOf(name: string, from: number, end: number, { tree, text, boundAt }: Resolver): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  let binding: Binding | null | undefined;
  for (const { index } of text.slice(from, end).matchAll(new RegExp(`\\b${name}\\s*\\.`, 'g'))) {
    const use = tree.resolveInner(from + index, 1);
    const member = use.name === 'VariableName' && use.parent?.name === 'MemberExpression' ? use.parent : null;
    if (!member || member.firstChild?.from !== use.from) continue;
    binding = boundAt(name, use);
    if (binding?.from === from) found.push(member);
    if (found.length >= mostUses) break;
  }
  return found;
}
