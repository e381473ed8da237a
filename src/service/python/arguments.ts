import type { SyntaxNode } from '@lezer/common';
import type { ApiSymbol } from '../../catalogue/api';
import type { Binding } from './bindings';
import { decoratorValue } from './functions';
import { textOf } from './imports';
import { keptParameter, memberOf } from './members';
import type { PythonMention } from './position';
import type { Resolver } from './resolver';
import { argumentsOf, parametersOf, stringText, type Argument } from './syntax';
import { partsOf, type Value } from './values';

/** The symbols that a call can be of, where it is certain that they are one thing; `keyword` is one that it gives. */
export function calledSymbols(list: SyntaxNode, resolver: Resolver, keyword?: string): ApiSymbol[] {
  const call = list.parent;
  const mapped = call?.name === 'CallExpression' ? mappedOperator(call, resolver) : undefined;
  if (mapped) return [mapped];
  const callee =
    call?.name === 'Decorator'
      ? decoratorValue(call, list.prevSibling, resolver)
      : call?.name === 'CallExpression'
        ? resolver.typeOf(call.firstChild)
        : null;
  if (call?.name === 'ClassDefinition' || !callee) return [];
  const symbols = partsOf(callee).map((part) => symbolOfCallee(part, resolver, keyword));
  return symbols.every((symbol) => symbol !== undefined) ? symbols : [];
}

/** The operator in `Operator.partial(…)` and `Operator.partial(…).expand(…)`, which take its constructor's parameters. */
function mappedOperator(call: SyntaxNode, resolver: Resolver): ApiSymbol | undefined {
  const callee = call.firstChild;
  const object = callee?.name === 'MemberExpression' ? callee.firstChild : null;
  const method = object && callee?.lastChild?.name === 'PropertyName' ? textOf(callee.lastChild, resolver.text) : '';
  if (object?.name === 'CallExpression' && method === 'expand') return mappedOperator(object, resolver);
  const value = object && method === 'partial' ? resolver.typeOf(object) : null;
  if (value?.kind === 'class') return baseSymbol(value.node, resolver, 0);
  const isOperator =
    value?.kind === 'symbol' && value.symbol.kind === 'class' && value.symbol.path.startsWith('airflow.');
  return isOperator ? value.symbol : undefined;
}

function symbolOfCallee(value: Value, resolver: Resolver, keyword: string | undefined): ApiSymbol | undefined {
  if (value.kind === 'symbol') return value.symbol;
  if (value.kind !== 'instance')
    return value.kind === 'class' ? baseSymbol(value.node, resolver, 0, keyword) : undefined;
  return memberOf(value, '__call__', resolver)?.symbol;
}

/** The class of the inventory that a class of this file is built on, unless a constructor of its own takes what is given. */
function baseSymbol(
  definition: SyntaxNode,
  resolver: Resolver,
  depth: number,
  keyword?: string,
): ApiSymbol | undefined {
  const constructor = resolver.scope(definition).get('__init__')?.at(-1);
  if (depth > 8 || (constructor && !handsOn(constructor, keyword, resolver))) return undefined;
  const list = definition.getChild('ArgList');
  for (const { value } of argumentsOf(list).filter(({ name }) => !name)) {
    const base = resolver.typeOf(value);
    if (base?.kind === 'symbol') return base.symbol;
    if (base?.kind === 'class') return baseSymbol(base.node, resolver, depth + 1, keyword);
  }
  return undefined;
}

/** `def __init__(self, own, **kwargs)` hands on every keyword but its own. */
function handsOn({ source }: Binding, keyword: string | undefined, { text }: Resolver): boolean {
  if (source.how !== 'definition' || keyword === undefined) return false;
  const parameters = parametersOf(source.definition);
  return parameters.some(({ star }) => star === '**') && !parameters.some(({ node }) => textOf(node, text) === keyword);
}

export interface FoundParameter {
  /** The class or function that declares it: a base class where the constructor hands `**kwargs` on. */
  of: string;
  name: string;
  type?: string | undefined;
}

/** Airflow's classes of which Airflow 2 took parameters that the one under the same name in 3 does not. */
const before3: ReadonlyMap<string, string> = new Map([
  ['airflow.sdk.DAG', 'airflow.models.DAG'],
  ['airflow.sdk.dag', 'airflow.models.DAG'],
  ['airflow.sdk.BaseOperator', 'airflow.models.BaseOperator'],
]);

/** A parameter of a call by its name. */
export function parameterNamed(symbol: ApiSymbol, name: string, resolver: Resolver): FoundParameter | null {
  const found = currentParameter(symbol, name, resolver);
  if (found) return found;
  const former =
    before3.get(symbol.path) ?? (symbol.kind === 'class' && isTaskClass(symbol, resolver, 0) ? operator2 : '');
  const before = resolver.api.lookup(former);
  return before ? ownParameter(before, name) : null;
}

const operator2 = 'airflow.models.BaseOperator';

/** A class on Airflow's base operator that hands on what it does not take itself. */
function isTaskClass(symbol: ApiSymbol, resolver: Resolver, depth: number): boolean {
  if (symbol.path === 'airflow.sdk.BaseOperator' || symbol.path === operator2) return true;
  const handsOn = !symbol.parameters || symbol.parameters.some(({ kind }) => kind === 'options');
  if (!handsOn || depth > 12) return false;
  return (symbol.bases ?? []).some((base) => {
    const known = resolver.api.lookup(base.split('[')[0] ?? base);
    return known?.kind === 'class' && isTaskClass(known, resolver, depth + 1);
  });
}

function currentParameter(symbol: ApiSymbol, name: string, resolver: Resolver): FoundParameter | null {
  const isTask = symbol.path.includes('.TaskDecoratorCollection.') || /\.Task\.(?:partial|override)$/.test(symbol.path);
  const own = ownParameter(symbol, name);
  if (own) return own;
  if (symbol.kind === 'class') return inBases(symbol, name, resolver, 0);
  // what a task's decorator does not know itself it hands on to the operator
  const operator = symbol.path.startsWith('airflow.sdk') ? 'airflow.sdk.BaseOperator' : 'airflow.models.BaseOperator';
  const base = isTask ? resolver.api.lookup(operator) : undefined;
  if (base) return ownParameter(base, name);
  const dag =
    /\.dag$/.test(symbol.path) && symbol.path.startsWith('airflow.')
      ? resolver.api.lookup('airflow.sdk.DAG')
      : undefined;
  return dag ? ownParameter(dag, name) : null;
}

function ownParameter(symbol: ApiSymbol, name: string): FoundParameter | null {
  const found = symbol.parameters?.find((one) => one.name === name && one.kind !== 'rest' && one.kind !== 'options');
  return found && found.kind !== 'positional' ? { of: symbol.path, name, type: found.type } : null;
}

function inBases(symbol: ApiSymbol, name: string, resolver: Resolver, depth: number): FoundParameter | null {
  const handsOn = !symbol.parameters || symbol.parameters.some(({ kind }) => kind === 'options');
  if (!handsOn || depth > 12) return null;
  for (const base of symbol.bases ?? []) {
    const known = resolver.api.lookup(base.split('[')[0] ?? base);
    if (known?.kind !== 'class') continue;
    const found = ownParameter(known, name) ?? inBases(known, name, resolver, depth + 1);
    if (found) return found;
  }
  return null;
}

/**
 * The parameter of a constructor that sets an attribute: all of Airflow's operators are named alike, and Spark's types.
 */
export function setParameter(value: Value, name: string, resolver: Resolver): FoundParameter | null {
  const symbol =
    value.kind === 'instance'
      ? resolver.api.lookup(value.path)
      : value.kind === 'object'
        ? baseSymbol(value.node, resolver, 0, name)
        : undefined;
  if (symbol?.kind !== 'class') return null;
  return keptParameter(symbol, name) || isTaskClass(symbol, resolver, 0)
    ? parameterNamed(symbol, name, resolver)
    : null;
}

/** The parameter that an argument is given to. */
export function parameterOf(list: SyntaxNode, argument: Argument, resolver: Resolver): FoundParameter | null {
  const symbols = calledSymbols(list, resolver);
  const [symbol] = symbols;
  if (!symbol) return null;
  if (argument.name) return common(symbols, textOf(argument.name, resolver.text), resolver);
  const index = argumentsOf(list).findIndex(({ value }) => value.from === argument.value.from);
  const positional = (symbol.parameters ?? []).filter(({ kind }) => kind === 'any' || kind === 'positional');
  const parameter = positional[index] ?? symbol.parameters?.find(({ kind }) => kind === 'rest');
  return parameter ? { of: symbol.path, name: parameter.name, type: parameter.type } : null;
}

function common(symbols: readonly ApiSymbol[], name: string, resolver: Resolver): FoundParameter | null {
  const found = symbols.map((symbol) => parameterNamed(symbol, name, resolver));
  return found.every((one) => one !== null) ? (found[0] ?? null) : null;
}

/** The keyword of an argument. */
export function parameterAt(node: SyntaxNode, list: SyntaxNode, resolver: Resolver): PythonMention | null {
  const name = textOf(node, resolver.text);
  const found = common(calledSymbols(list, resolver, name), name, resolver);
  return found && { kind: 'parameter', ...given(node, list, resolver), of: found.of, name };
}

/** A keyword that no signature names. */
export function keywordAt(node: SyntaxNode, list: SyntaxNode, resolver: Resolver): PythonMention | null {
  const name = textOf(node, resolver.text);
  const [symbol, ...others] = calledSymbols(list, resolver, name);
  return symbol && others.length === 0
    ? { kind: 'keyword', ...given(node, list, resolver), of: symbol.path, name }
    : null;
}

/** Where a keyword stands, and the string that it is given, if it is one. */
function given(node: SyntaxNode, list: SyntaxNode, { text }: Resolver) {
  const argument = argumentsOf(list).find((one) => one.name?.from === node.from);
  const string = stringText(argument?.value, text);
  return { start: node.from, end: node.to, ...(string !== null && { text: string }) };
}
