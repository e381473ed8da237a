import type { SyntaxNode } from '@lezer/common';
import { callValue, elementOf } from './calls';
import type { Evaluator } from './evaluator';
import { textOf } from './imports';
import { argumentsOf, childNamed } from './syntax';
import { unknown, type Value } from './values';

/** The arguments of `functools.reduce(…)`; null for any other call. */
function reduceArguments(call: SyntaxNode, evaluator: Evaluator): SyntaxNode[] | null {
  const callee = call.firstChild;
  const first = callee?.name === 'MemberExpression' ? callee.firstChild : callee;
  if (first?.name !== 'VariableName' || !/\breduce$/.test(textOf(callee ?? first, evaluator.text))) return null;
  const path = evaluator.importedPath(textOf(first, evaluator.text), first);
  if (path !== (first === callee ? 'functools.reduce' : 'functools')) return null;
  return argumentsOf(childNamed(call, 'ArgList'))
    .filter(({ name, star }) => !name && !star)
    .map(({ value }) => value);
}

/** `reduce(DataFrame.unionByName, frames)`: what the function gives. */
export function reduced(call: SyntaxNode, evaluator: Evaluator): Value | null | undefined {
  const [given] = reduceArguments(call, evaluator) ?? [];
  const value = given && evaluator.typeOf(given);
  if (!value) return value;
  const result = callValue(value, null, evaluator);
  return result?.kind === 'foreign' ? unknown : result;
}

/** What `reduce` calls a lambda with: first what it has so far, then an element. */
export function reduceParameter(call: SyntaxNode, index: number, evaluator: Evaluator): Value | null | undefined {
  const [, elements, start] = reduceArguments(call, evaluator) ?? [];
  if (!elements || index > 1) return undefined;
  return index === 0 && start ? evaluator.typeOf(start) : elementOf(evaluator.typeOf(elements), evaluator);
}
