import type { SyntaxNode } from '@lezer/common';
import { callValue } from './calls';
import { textOf } from './imports';
import { memberOf } from './members';
import { reduceParameter } from './wellKnownCalls';
import type { Resolver } from './resolver';
import { argumentsOf, bodyOf, childNamed, parametersOf, scopeNames, scopeOf, type Parameter } from './syntax';
import { builtin, instance, none, union, unknown, type Value } from './values';

/** A function or class under its decorators. */
export function definitionValue(definition: SyntaxNode, resolver: Resolver): Value | null {
  const own: Value = { kind: definition.name === 'ClassDefinition' ? 'class' : 'function', node: definition };
  if (definition.parent?.name !== 'DecoratedStatement' || own.kind === 'class') return own;
  let value: Value = own;
  for (const decorator of decoratorsOf(definition).reverse()) {
    const meant = decoratorValue(decorator, null, resolver);
    if (!meant || meant.kind === 'unknown' || meant.kind === 'foreign') continue;
    const result = callValue(meant, null, resolver, value);
    // `Callable[P, R]`: a decorator that gives back what it was given
    const says = result?.kind === 'instance' || (result?.kind === 'callable' && result.returns.kind === 'instance');
    if (says) value = result;
  }
  return value;
}

export function decoratorsOf(definition: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let at = definition.parent?.firstChild ?? null; at; at = at.nextSibling)
    if (at.name === 'Decorator') found.push(at);
  return found;
}

/** The value of a decorator, or of its dotted name up to one of the names. */
export function decoratorValue(decorator: SyntaxNode, upTo: SyntaxNode | null, resolver: Resolver): Value | null {
  let value: Value | null = null;
  for (let at = decorator.firstChild; at; at = at.nextSibling) {
    if (at.name === 'VariableName' || at.name === 'PropertyName') {
      const name = textOf(at, resolver.text);
      value = value ? (memberOf(value, name, resolver)?.value ?? null) : resolver.nameAt(name, at).value;
    } else if (at.name === 'ArgList') value = value && callValue(value, at, resolver);
    else if (at.name !== 'At' && at.name !== '.' && at.name !== 'Comment') return resolver.typeOf(at);
    if (upTo && at.from === upTo.from) return value;
  }
  return value;
}

/** The value of a parameter inside its function. */
export function parameterValue(node: SyntaxNode, definition: SyntaxNode, resolver: Resolver): Value | null {
  const parameters = parametersOf(definition);
  const index = parameters.findIndex((parameter) => parameter.node.from === node.from);
  const parameter = parameters[index];
  if (!parameter) return unknown;
  if (definition.name === 'LambdaExpression') return lambdaParameter(definition, index, resolver);
  if (parameter.type) return starred(parameter, resolver.annotated(parameter.type));
  if (parameter.star) return starred(parameter, unknown);
  const known = (index === 0 ? selfOf(definition, resolver) : null) ?? modelParameter(definition, index, resolver);
  if (known) return known;
  const given = parameter.default ? resolver.typeOf(parameter.default) : null;
  return given && given.kind !== 'none' ? given : unknown;
}

function starred({ star }: Parameter, value: Value): Value {
  if (star === '*') return builtin('list', value);
  return star === '**' ? builtin('dict', builtin('str'), value) : value;
}

function selfOf(definition: SyntaxNode, resolver: Resolver): Value | null {
  const scope = scopeOf(definition);
  if (scope.name !== 'ClassDefinition') return null;
  const decorators = decoratorsOf(definition).map((decorator) => textOf(decorator, resolver.text));
  if (decorators.includes('@staticmethod')) return null;
  if (decorators.includes('@classmethod')) return { kind: 'class', node: scope };
  return { kind: 'object', node: scope };
}

/** `def model(dbt, session)`, a dbt model: on Spark the session is Spark's. */
function modelParameter(definition: SyntaxNode, index: number, resolver: Resolver): Value | null {
  if (!isDbtModel(definition, resolver.text) || index !== 1) return null;
  return resolver.usesSpark ? instance('pyspark.sql.SparkSession') : unknown;
}

export function isDbtModel(definition: SyntaxNode, text: string): boolean {
  const name = childNamed(definition, 'VariableName');
  if (!name || textOf(name, text) !== 'model' || definition.parent?.name !== 'Script') return false;
  const [dbt, session] = parametersOf(definition).map(({ node }) => textOf(node, text));
  return dbt === 'dbt' && session !== undefined;
}

/** `lambda x: …` given to a parameter whose type says what it is called with. */
function lambdaParameter(lambda: SyntaxNode, index: number, resolver: Resolver): Value | null {
  const call = lambda.parent?.name === 'ArgList' ? lambda.parent.parent : null;
  const folded = call?.name === 'CallExpression' ? reduceParameter(call, index, resolver) : undefined;
  if (folded !== undefined) return folded;
  const callee = call?.name === 'CallExpression' ? resolver.typeOf(call.firstChild) : null;
  if (callee?.kind !== 'symbol' || !lambda.parent) return unknown;
  const given = argumentsOf(lambda.parent);
  const at = given.findIndex(({ value }) => value.from === lambda.from);
  const name = given[at]?.name;
  const positional = (callee.symbol.parameters ?? []).filter(({ kind }) => kind !== 'keyword');
  const parameter = name
    ? callee.symbol.parameters?.find((one) => one.name === textOf(name, resolver.text))
    : (positional[at] ?? positional.find(({ kind }) => kind === 'rest'));
  return /Callable\[\[(?:pyspark\.sql\.Column(?:, )?)+\]/.test(parameter?.type ?? '')
    ? instance('pyspark.sql.Column')
    : unknown;
}

/** Return statements that are read to infer what a function gives back. */
const returnsRead = 24;

/** What calling a function of this file gives. */
export function returned(definition: SyntaxNode, call: SyntaxNode | null, resolver: Resolver): Value | null {
  void call;
  for (let at = definition.firstChild; at; at = at.nextSibling) {
    if (at.name === 'TypeDef' && at.lastChild) return resolver.annotated(at.lastChild);
  }
  const body = bodyOf(definition);
  if (!body) return unknown;
  const values: (Value | null)[] = [];
  const yields: (Value | null)[] = [];
  let generator = false;
  body.cursor().iterate((ref) => {
    if (scopeNames.has(ref.name)) return false;
    if (ref.name === 'ReturnStatement' && values.length < returnsRead)
      values.push(resultOf(ref.node, 'return', resolver));
    else if (ref.name === 'YieldStatement' || ref.name === 'YieldExpression') {
      generator = true;
      if (yields.length < returnsRead) yields.push(resultOf(ref.node, 'yield', resolver));
    }
    return undefined;
  });
  if (generator) return builtin('iterator', union(yields) ?? unknown);
  return values.length > 0 ? union(values) : none;
}

function resultOf(statement: SyntaxNode, keyword: string, resolver: Resolver): Value | null {
  const parts: SyntaxNode[] = [];
  for (let at = statement.firstChild; at; at = at.nextSibling) {
    if (at.name !== keyword && at.name !== ',' && at.name !== 'Comment') parts.push(at);
  }
  if (parts.length > 1) return builtin('tuple', ...parts.map((part) => resolver.typeOf(part) ?? unknown));
  return parts[0] ? resolver.typeOf(parts[0]) : none;
}
