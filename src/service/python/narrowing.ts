import type { SyntaxNode } from '@lezer/common';
import { textOf } from './imports';
import type { Resolver } from './resolver';
import { bodyOf, partsIn, scopeNames } from './syntax';
import { instanceOf } from './typeValues';
import { union, unknown, type Value } from './values';

/** Statements before a use that are looked at. */
const farthest = 40;

/** What the nearest `isinstance(name, Class)` says of a name where it is used. */
export function checkedValue(use: SyntaxNode, resolver: Resolver): Value {
  const type = checkedClass(use, resolver.text);
  return type ? classesIn(resolver.typeOf(type)) : unknown;
}

/** An instance of the class, or of one of the classes, that `isinstance` was given. */
function classesIn(value: Value | null): Value {
  if (value?.kind === 'builtin' && value.name === 'tuple') return union(value.args.map(classesIn)) ?? unknown;
  return value ? instanceOf(value, []) : unknown;
}

function checkedClass(use: SyntaxNode, text: string): SyntaxNode | null {
  const name = textOf(use, text);
  for (let at: SyntaxNode = use; at.parent && !scopeNames.has(at.name); at = at.parent) {
    const found = inBranch(at, name, text) ?? beforeIt(at, use, text);
    if (found) return found;
  }
  return null;
}

/** `if isinstance(x, C):` around the use, and `isinstance(x, C) and x.…`. */
function inBranch(node: SyntaxNode, name: string, text: string): SyntaxNode | null {
  const { parent, prevSibling } = node;
  if (parent?.name === 'IfStatement' && node.name === 'Body') {
    const keyword = prevSibling?.prevSibling?.name;
    const found = keyword === 'if' || keyword === 'elif' ? checked(prevSibling, name, text) : null;
    return found && !binds(textOf(node, text), name) ? found : null;
  }
  return parent?.name === 'BinaryExpression' && prevSibling?.name === 'and'
    ? checked(parent.firstChild, name, text)
    : null;
}

/** `assert isinstance(x, C)` or `if not isinstance(x, C): raise …` before the use, and nothing that binds the name since. */
function beforeIt(node: SyntaxNode, use: SyntaxNode, text: string): SyntaxNode | null {
  const name = textOf(use, text);
  let steps = 0;
  for (let at = node.prevSibling; at && steps < farthest; at = at.prevSibling, steps++) {
    if (at.name !== 'AssertStatement' && at.name !== 'IfStatement') continue;
    const condition = at.firstChild?.nextSibling ?? null;
    const found = at.name === 'IfStatement' ? endsUnless(at, name, text) : checked(condition, name, text);
    if (found) return binds(text.slice(at.to, use.from), name) ? null : found;
  }
  return null;
}

function binds(code: string, name: string): boolean {
  return new RegExp(`\\b${name}\\s*(?::?=(?!=)|\\bin\\b|,[^()\\n]*=(?!=))|\\bas\\s+${name}\\b`).test(code);
}

function endsUnless(statement: SyntaxNode, name: string, text: string): SyntaxNode | null {
  const condition = statement.firstChild?.nextSibling;
  if (condition?.name !== 'UnaryExpression' || !condition.firstChild || textOf(condition.firstChild, text) !== 'not')
    return null;
  const body = bodyOf(statement);
  const last = body?.lastChild?.name;
  const ends = last === 'RaiseStatement' || last === 'ReturnStatement' || last === 'ContinueStatement';
  return ends && body?.nextSibling === null ? checked(condition.lastChild, name, text) : null;
}

/** The class in `isinstance(name, Class)`. */
function checked(condition: SyntaxNode | null, name: string, text: string): SyntaxNode | null {
  if (condition?.name === 'BinaryExpression' && condition.firstChild?.nextSibling?.name === 'and')
    return checked(condition.firstChild, name, text) ?? checked(condition.lastChild, name, text);
  if (condition?.name !== 'CallExpression' || !condition.firstChild || !condition.lastChild) return null;
  if (textOf(condition.firstChild, text) !== 'isinstance') return null;
  const [object, type, ...others] = partsIn(condition.lastChild);
  return object && type && others.length === 0 && textOf(object, text) === name ? type : null;
}
