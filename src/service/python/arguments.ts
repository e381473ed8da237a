import type { SyntaxNode } from '@lezer/common';
import type { ApiSymbol } from '../../catalogue/api';
import { decoratorValue } from './functions';
import { textOf } from './imports';
import { memberOf } from './members';
import type { PythonMention } from './position';
import type { Resolver } from './resolver';
import { argumentsOf, type Argument } from './syntax';
import { partsOf, type Value } from './values';

/** The symbols that a call can be of, where it is certain that they are one thing. */
export function calledSymbols(list: SyntaxNode, resolver: Resolver): ApiSymbol[] {
  const call = list.parent;
  const callee =
    call?.name === 'Decorator'
      ? decoratorValue(call, list.prevSibling, resolver)
      : call?.name === 'CallExpression'
        ? resolver.typeOf(call.firstChild)
        : null;
  if (call?.name === 'ClassDefinition' || !callee) return [];
  const symbols = partsOf(callee).map((part) => symbolOfCallee(part, resolver));
  return symbols.every((symbol) => symbol !== undefined) ? symbols : [];
}

function symbolOfCallee(value: Value, resolver: Resolver): ApiSymbol | undefined {
  if (value.kind === 'symbol') return value.symbol;
  if (value.kind !== 'instance') return value.kind === 'class' ? baseSymbol(value.node, resolver, 0) : undefined;
  return memberOf(value, '__call__', resolver)?.symbol;
}

/** The class of the inventory that a class of this file is built on, unless it has a constructor of its own. */
function baseSymbol(definition: SyntaxNode, resolver: Resolver, depth: number): ApiSymbol | undefined {
  if (depth > 8 || resolver.scope(definition).has('__init__')) return undefined;
  const list = definition.getChild('ArgList');
  for (const { value } of argumentsOf(list).filter(({ name }) => !name)) {
    const base = resolver.typeOf(value);
    if (base?.kind === 'symbol') return base.symbol;
    if (base?.kind === 'class') return baseSymbol(base.node, resolver, depth + 1);
  }
  return undefined;
}

export interface FoundParameter {
  /** The class or function that declares it: a base class where the constructor hands `**kwargs` on. */
  of: string;
  name: string;
  type?: string | undefined;
}

/** A parameter of a call by its name. */
export function parameterNamed(symbol: ApiSymbol, name: string, resolver: Resolver): FoundParameter | null {
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
  const found = common(calledSymbols(list, resolver), textOf(node, resolver.text), resolver);
  return found && { kind: 'parameter', start: node.from, end: node.to, of: found.of, name: found.name };
}
