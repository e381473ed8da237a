import type { SyntaxNode } from '@lezer/common';
import { textOf } from './imports';
import type { Resolver } from './resolver';
import { argumentsOf, childNamed } from './syntax';
import { union, unknown, type Value } from './values';

const base = 'airflow.sdk.BaseOperator';

/**
 * The class of an operator that is defined in another file: named like one, and made where Dags are written or with a
 * `task_id`. It has what all operators have, and more that is not known.
 */
export function ownOperator(name: string, at: SyntaxNode, resolver: Resolver): Value {
  if (!/^[A-Z]\w*(?:Operator|Sensor)$/.test(name) || !isMade(at, resolver)) return unknown;
  const symbol = resolver.imports(base) ? resolver.api.lookup(base) : undefined;
  if (!symbol) return unknown;
  // nobody writes a `partial` of their own
  const isMapped = at.parent?.name === 'MemberExpression';
  return union([{ kind: 'symbol', symbol }, ...(isMapped ? [] : [unknown])]) ?? unknown;
}

/** `X(task_id=…)` and `X.partial(task_id=…)`. */
function isMade(name: SyntaxNode, { text, names }: Resolver): boolean {
  const member = name.parent?.name === 'MemberExpression' ? name.parent : null;
  if (member && (!member.lastChild || textOf(member.lastChild, text) !== 'partial')) return false;
  const callee = member ?? name;
  const call = callee.parent?.name === 'CallExpression' ? callee.parent : null;
  if (call?.firstChild?.from !== callee.from) return false;
  const given = argumentsOf(childNamed(call, 'ArgList'));
  const namesTask = given.some(({ name: keyword }) => keyword && textOf(keyword, text) === 'task_id');
  return namesTask || names.imports().some((path) => /^airflow\b.*\.(?:DAG|dag)$/.test(path));
}
