import type { SyntaxNode } from '@lezer/common';
import { calledSymbols } from './arguments';
import { textOf } from './imports';
import type { PythonMention } from './position';
import type { Resolver } from './resolver';
import { argumentsOf, childNamed, stringText, type Argument } from './syntax';
import { partsOf } from './values';

/** The classes that read and write by format and options. */
const builders = 'DataFrameReader|DataFrameWriter|DataFrameWriterV2|DataStreamReader|DataStreamWriter';
const optionMethods = new RegExp(`\\.(?:${builders})\\.option$`);
const formatMethods = new RegExp(`\\.(?:${builders})\\.format$`);
/** Methods whose other keywords are options. */
const keywordMethods = new RegExp(`\\.(?:${builders})\\.(?:options|load|save|saveAsTable|start|toTable)$`);
const builderPath = new RegExp(`^pyspark\\.sql\\.(?:\\w+\\.)*(?:${builders})$`);

type Special =
  | { kind: 'format'; of: string; format: string }
  | { kind: 'option'; of: string; key: string; format?: string; value?: string };

/** The format's name, an option's key or its value, where a string is given to a reader or writer. */
export function sourceOptionAt(
  path: string,
  given: { list: SyntaxNode; parameter: string; text: string },
  resolver: Resolver,
): Special | null {
  const { list, parameter, text } = given;
  if (parameter === 'source' && formatMethods.test(path)) return { kind: 'format', of: path, format: text };
  if (parameter === 'format' && keywordMethods.test(path)) return { kind: 'format', of: path, format: text };
  if (!optionMethods.test(path)) return null;
  if (parameter === 'key') return option(path, text, list, resolver);
  const [first] = argumentsOf(list);
  const key = parameter === 'value' ? stringText(first?.value, resolver.text) : null;
  return key === null ? null : { ...option(path, key, list, resolver), value: text };
}

/** `options(header=True)`, `load(path, header=True)`: a keyword that no parameter has, at its name. */
export function optionKeywordAt(node: SyntaxNode, list: SyntaxNode, resolver: Resolver): PythonMention | null {
  const path = keywordMethodOf(list, resolver);
  if (path === null) return null;
  return { start: node.from, end: node.to, ...option(path, textOf(node, resolver.text), list, resolver) };
}

/** The string that such a keyword is given. */
export function optionKeywordValue(list: SyntaxNode, argument: Argument, text: string, resolver: Resolver) {
  const path = argument.name ? keywordMethodOf(list, resolver) : null;
  if (path === null || !argument.name) return null;
  return { ...option(path, textOf(argument.name, resolver.text), list, resolver), value: text };
}

/** `options(**{"header": True})`: a key of the dictionary. */
export function optionEntry(list: SyntaxNode, argument: Argument, key: string, resolver: Resolver): Special | null {
  const path = argument.star === '**' ? keywordMethodOf(list, resolver) : null;
  return path === null ? null : option(path, key, list, resolver);
}

function keywordMethodOf(list: SyntaxNode, resolver: Resolver): string | null {
  const symbols = calledSymbols(list, resolver);
  const path = symbols[0]?.path;
  return path !== undefined && symbols.every((symbol) => keywordMethods.test(symbol.path)) ? path : null;
}

function option(of: string, key: string, list: SyntaxNode, resolver: Resolver): Special & { kind: 'option' } {
  const format = formatOf(list, resolver);
  return { kind: 'option', of, key, ...(format === null ? {} : { format }) };
}

/** The format that the chain of calls around an option names, before or after it, or where its variable was set. */
export function formatOf(list: SyntaxNode, resolver: Resolver): string | null {
  const call = list.parent;
  return call ? (formatBefore(call, resolver, 0) ?? formatAfter(call, resolver)) : null;
}

const longest = 200;
/** Variables that are followed, one set from another. */
const mostVariables = 8;

function formatBefore(call: SyntaxNode, resolver: Resolver, variables: number): string | null {
  let at: SyntaxNode | null = call;
  for (let steps = 0; at?.name === 'CallExpression' && steps < longest; steps++) {
    const receiver: SyntaxNode | null = at.firstChild?.firstChild ?? null;
    if (!receiver || !isBuilder(receiver, resolver)) return null;
    const format = formatIn(at, resolver);
    if (format !== null) return format;
    at = receiver;
  }
  if (at?.name !== 'VariableName' || variables >= mostVariables) return null;
  const assigned = resolver.assignedAt(textOf(at, resolver.text), at);
  return assigned && formatBefore(assigned, resolver, variables + 1);
}

function formatAfter(call: SyntaxNode, resolver: Resolver): string | null {
  let at = call.parent;
  for (let steps = 0; at && steps < longest; at = at.parent, steps++) {
    if (at.name === 'ParenthesizedExpression') continue;
    if (at.name !== 'MemberExpression' && at.name !== 'CallExpression') return null;
    if (at.name === 'MemberExpression' && !isBuilder(at.firstChild, resolver)) return null;
    const format = at.name === 'CallExpression' ? formatIn(at, resolver) : null;
    if (format !== null) return format;
  }
  return null;
}

/** Beyond the reader or writer itself stands another's format: `spark.read.csv(p).write.option(…)`. */
function isBuilder(node: SyntaxNode | null, resolver: Resolver): boolean {
  const value = resolver.typeOf(node);
  const parts = value ? partsOf(value) : [];
  return parts.length > 0 && parts.every((part) => part.kind === 'instance' && builderPath.test(part.path));
}

const formatsByMethod: ReadonlySet<string> = new Set(['csv', 'json', 'parquet', 'orc', 'text', 'jdbc', 'xml']);

function formatIn(call: SyntaxNode, { text }: Resolver): string | null {
  const property = call.firstChild?.name === 'MemberExpression' ? call.firstChild.lastChild : null;
  const method = property?.name === 'PropertyName' ? textOf(property, text) : '';
  if (formatsByMethod.has(method)) return method;
  const given = argumentsOf(childNamed(call, 'ArgList'));
  if (method === 'format') return stringText(given[0]?.value, text);
  // `load("path", format="csv")`
  const named = given.find(({ name }) => name && textOf(name, text) === 'format');
  return named ? stringText(named.value, text) : null;
}
