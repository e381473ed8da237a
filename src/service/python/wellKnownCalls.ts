import type { SyntaxNode } from '@lezer/common';
import { callValue, elementOf } from './calls';
import type { Evaluator } from './evaluator';
import { textOf } from './imports';
import { argumentsOf, childNamed } from './syntax';
import { instanceOf } from './typeValues';
import { unknown, type Value } from './values';

/** The arguments of a call of `module.name`, `functools.reduce` say; null for any other call. */
function argumentsTo(module: string, name: string, call: SyntaxNode, evaluator: Evaluator): SyntaxNode[] | null {
  const callee = call.firstChild;
  const first = callee?.name === 'MemberExpression' ? callee.firstChild : callee;
  if (!callee || first?.name !== 'VariableName' || !textOf(callee, evaluator.text).endsWith(name)) return null;
  const path = evaluator.importedPath(textOf(first, evaluator.text), first);
  if (path !== (first === callee ? `${module}.${name}` : module)) return null;
  return argumentsOf(childNamed(call, 'ArgList'))
    .filter(({ name, star }) => !name && !star)
    .map(({ value }) => value);
}

/** `reduce(DataFrame.unionByName, frames)`: what the function gives. */
export function reduced(call: SyntaxNode, evaluator: Evaluator): Value | null | undefined {
  const [given] = argumentsTo('functools', 'reduce', call, evaluator) ?? [];
  const value = given && evaluator.typeOf(given);
  if (!value) return value;
  const result = callValue(value, null, evaluator);
  return result?.kind === 'foreign' ? unknown : result;
}

/** What `reduce` calls a lambda with: first what it has so far, then an element. */
export function reduceParameter(call: SyntaxNode, index: number, evaluator: Evaluator): Value | null | undefined {
  const [, elements, start] = argumentsTo('functools', 'reduce', call, evaluator) ?? [];
  if (!elements || index > 1) return undefined;
  return index === 0 && start ? evaluator.typeOf(start) : elementOf(evaluator.typeOf(elements), evaluator);
}

/** `typing.cast(Class, …)`: an instance of the class. */
export function castTo(call: SyntaxNode, evaluator: Evaluator): Value | undefined {
  const [type] = argumentsTo('typing', 'cast', call, evaluator) ?? [];
  if (!type) return undefined;
  const value = evaluator.typeOf(type);
  const isClass = value?.kind === 'symbol' || value?.kind === 'class';
  return isClass ? instanceOf(value, []) : evaluator.annotated(type);
}
