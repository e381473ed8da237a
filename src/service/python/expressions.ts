import type { SyntaxNode } from '@lezer/common';
import { callValue, elementOf, itemValue, keyed } from './calls';
import type { Evaluator } from './evaluator';
import { childrenOf, textOf } from './imports';
import { memberOf, ownerOf, valueOfSymbol } from './members';
import { castTo, reduced } from './wellKnownCalls';
import { argumentsOf, childNamed, partsIn } from './syntax';
import { valueOfType } from './typeValues';
import { builtin, foreign, none, partsOf, union, unknown, type Value } from './values';

/** The value of an expression, from the values of its parts. */
export function evaluate(node: SyntaxNode, evaluator: Evaluator): Value | null {
  switch (node.name) {
    case 'VariableName': {
      const name = textOf(node, evaluator.text);
      const { value } = evaluator.nameAt(name, node);
      return value?.kind === 'unknown' ? evaluator.usual(name, node) : value;
    }
    case 'MemberExpression':
      return ofMember(node, evaluator);
    case 'CallExpression':
      return ofCall(node, evaluator);
    case 'ParenthesizedExpression':
    case 'NamedExpression':
      return evaluator.typeOf(partsIn(node).at(-1));
    case 'AwaitExpression':
      return evaluator.typeOf(node.lastChild);
    case 'BinaryExpression':
      return ofBinary(node, evaluator);
    case 'UnaryExpression':
      return ofUnary(node, evaluator);
    case 'ConditionalExpression': {
      const parts = partsIn(node);
      return union([evaluator.typeOf(parts[0]), evaluator.typeOf(parts.at(-1))]);
    }
    case 'LambdaExpression':
      return { kind: 'lambda', node };
    default:
      return ofDisplay(node, evaluator);
  }
}

/** Most elements of a list have the type of the first few. */
const elementsRead = 4;

function ofDisplay(node: SyntaxNode, evaluator: Evaluator): Value | null {
  switch (node.name) {
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return builtin('str');
    case 'Number':
      return builtin('int');
    case 'Boolean':
      return builtin('bool');
    case 'None':
      return none;
    case 'TupleExpression':
      return builtin(
        'tuple',
        ...partsIn(node)
          .slice(0, 32)
          .map((part) => evaluator.typeOf(part) ?? unknown),
      );
    case 'ArrayExpression':
    case 'SetExpression': {
      const elements = partsIn(node).filter((part) => part.name !== '*');
      const values = elements.slice(0, elementsRead).map((part) => evaluator.typeOf(part));
      return builtin('list', union(values) ?? unknown);
    }
    case 'DictionaryExpression':
      return ofDictionary(node, evaluator);
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
      return builtin('list', evaluator.typeOf(partsIn(node)[0]) ?? unknown);
    case 'ComprehensionExpression':
      return builtin('iterator', evaluator.typeOf(partsIn(node)[0]) ?? unknown);
    case 'DictionaryComprehensionExpression': {
      const [key, value] = partsIn(node);
      return builtin('dict', evaluator.typeOf(key) ?? unknown, evaluator.typeOf(value) ?? unknown);
    }
    default:
      return unknown;
  }
}

function ofDictionary(node: SyntaxNode, evaluator: Evaluator): Value {
  const values = childrenOf(node)
    .filter((child) => child.prevSibling?.name === ':')
    .slice(0, elementsRead);
  return builtin('dict', builtin('str'), union(values.map((value) => evaluator.typeOf(value))) ?? unknown);
}

function ofMember(node: SyntaxNode, evaluator: Evaluator): Value | null {
  const object = evaluator.typeOf(node.firstChild);
  if (!object) return null;
  const property = node.lastChild;
  if (property?.name === 'PropertyName') {
    const name = textOf(property, evaluator.text);
    const guessed = object.kind === 'unknown' ? evaluator.guess(node, name) : undefined;
    if (guessed) return valueOfSymbol(guessed, evaluator.api, ownerOf(guessed));
    const value = memberOf(object, name, evaluator)?.value ?? null;
    return value?.kind === 'unknown' ? evaluator.usual(name) : value;
  }
  return childNamed(node, '[') ? itemValue(object, node, evaluator) : unknown;
}

function ofCall(node: SyntaxNode, evaluator: Evaluator): Value | null {
  const callee = node.firstChild;
  const list = childNamed(node, 'ArgList');
  if (callee?.name === 'VariableName') {
    const name = textOf(callee, evaluator.text);
    const meaning = evaluator.nameAt(name, callee);
    if (meaning.free) {
      const value = ofBuiltinCall(name, list, evaluator);
      // it may come from a star import of the project
      return value?.kind === 'unknown' ? callValue(evaluator.usual(name, callee), list, evaluator) : value;
    }
  }
  const known = reduced(node, evaluator);
  const given = known === undefined ? castTo(node, evaluator) : known;
  if (given !== undefined) return given;
  const value = evaluator.typeOf(callee);
  const result = value && callValue(value, list, evaluator);
  return result?.kind === 'unknown' ? usualItem(callee, list, evaluator) : result;
}

/** `context.get("ti")` gives what `context["ti"]` does. */
function usualItem(callee: SyntaxNode | null, list: SyntaxNode | null, evaluator: Evaluator): Value {
  const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
  if (method?.name !== 'PropertyName' || textOf(method, evaluator.text) !== 'get') return unknown;
  return keyed(argumentsOf(list)[0]?.value ?? null, evaluator);
}

function ofBuiltinCall(name: string, list: SyntaxNode | null, evaluator: Evaluator): Value | null {
  const given = argumentsOf(list).filter((argument) => !argument.name);
  const first = () => evaluator.typeOf(given[0]?.value);
  const element = () => elementOf(first(), evaluator);
  if (name === 'super') return superOf(list, evaluator);
  if (['list', 'sorted', 'set', 'frozenset'].includes(name)) return builtin('list', element());
  if (name === 'tuple') return builtin('list', element());
  if (['iter', 'reversed'].includes(name)) return builtin('iterator', element());
  if (name === 'filter') return builtin('iterator', elementOf(evaluator.typeOf(given[1]?.value), evaluator));
  if (name === 'enumerate') return builtin('iterator', builtin('tuple', builtin('int'), element()));
  if (name === 'zip') {
    const parts = given.map(({ value }) => elementOf(evaluator.typeOf(value), evaluator));
    return builtin('iterator', builtin('tuple', ...parts));
  }
  if (name === 'next') return element();
  if (plainBuiltins.has(name)) return foreign;
  return ['str', 'int', 'float', 'bool', 'bytes'].includes(name) ? builtin(name) : unknown;
}

/** Functions of Python that give nothing of an API. */
const plainBuiltins: ReadonlySet<string> = new Set(
  'object open len range repr print input round abs dir id isinstance issubclass hasattr callable hash format'.split(
    ' ',
  ),
);

/** `super()` in a class of this file: an instance of its first base. */
function superOf(list: SyntaxNode | null, evaluator: Evaluator): Value {
  for (let at = list?.parent ?? null; at; at = at.parent) {
    if (at.name !== 'ClassDefinition') continue;
    const [base] = argumentsOf(childNamed(at, 'ArgList'));
    const value = base && evaluator.typeOf(base.value);
    if (value?.kind === 'symbol') return { kind: 'instance', path: value.symbol.path, args: [] };
    return value?.kind === 'class' ? { kind: 'object', node: value.node } : unknown;
  }
  return unknown;
}

const operators: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'truediv'],
  ['//', 'floordiv'],
  ['%', 'mod'],
  ['**', 'pow'],
  ['&', 'and'],
  ['|', 'or'],
  ['^', 'xor'],
  ['==', 'eq'],
  ['!=', 'ne'],
  ['<', 'lt'],
  ['<=', 'le'],
  ['>', 'gt'],
  ['>=', 'ge'],
]);

function ofBinary(node: SyntaxNode, evaluator: Evaluator): Value | null {
  const { firstChild, lastChild } = node;
  const operator = firstChild?.nextSibling;
  if (!firstChild || !lastChild || !operator) return unknown;
  const text = textOf(operator, evaluator.text);
  const left = evaluator.typeOf(firstChild);
  const right = evaluator.typeOf(lastChild);
  if (text === 'and' || text === 'or') return union([left, right]);
  if (text === 'in' || text === 'not' || text === 'is') return builtin('bool');
  // a chain of tasks goes on with its last one
  if (text === '>>' || text === '<<') return right;
  const name = operators.get(text);
  if (name === undefined) return unknown;
  return (
    operated(left, `__${name}__`, evaluator) ??
    operated(right, `__r${name}__`, evaluator) ??
    plainOperation(left, right)
  );
}

function operated(value: Value | null, method: string, evaluator: Evaluator): Value | null {
  const results: (Value | null)[] = [];
  for (const part of value ? partsOf(value) : []) {
    if (part.kind !== 'instance') continue;
    // the inventory leaves out some of the operators, which all give a Column
    if (part.path === 'pyspark.sql.Column') results.push(part);
    const { api } = evaluator;
    const symbol = part.path === 'pyspark.sql.Column' ? undefined : api.member(part.path, method);
    if (symbol?.returns !== undefined) results.push(valueOfType(symbol.returns, { api, self: part }));
  }
  return union(results);
}

function plainOperation(left: Value | null, right: Value | null): Value | null {
  if (!left || !right) return left ?? right;
  if (left.kind === 'builtin') return left;
  return left.kind === 'unknown' || right.kind === 'unknown' ? unknown : foreign;
}

function ofUnary(node: SyntaxNode, evaluator: Evaluator): Value | null {
  const operator = node.firstChild ? textOf(node.firstChild, evaluator.text) : '';
  if (operator === 'not') return builtin('bool');
  return evaluator.typeOf(node.lastChild);
}
