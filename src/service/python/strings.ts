import type { SyntaxNode } from '@lezer/common';
import { calledSymbols, parameterNamed, parameterOf, type FoundParameter } from './arguments';
import { cronAt } from './cronStrings';
import { textOf } from './imports';
import type { PythonMention } from './position';
import type { Resolver } from './resolver';
import { optionEntry, optionKeywordValue, sourceOptionAt } from './sourceOptions';
import { sqlTextIn } from './sqlText';
import { argumentsOf, stringContent, stringText } from './syntax';

/** Parameters that take SQL, by the function's path. A star takes every parameter. */
const sqlParameters: ReadonlyMap<string, readonly string[]> = new Map([
  ['pyspark.sql.SparkSession.sql', ['sqlQuery']],
  ['pyspark.sql.SQLContext.sql', ['sqlQuery']],
  ['pyspark.sql.functions.expr', ['str']],
  ['pyspark.sql.DataFrame.selectExpr', ['expr']],
  ['pyspark.sql.DataFrame.filter', ['condition']],
  ['pyspark.sql.DataFrame.where', ['condition']],
  ['delta.tables.DeltaTable.delete', ['condition']],
  ['delta.tables.DeltaTable.update', ['condition']],
  ['delta.tables.DeltaTable.merge', ['condition']],
  ['delta.tables.DeltaMergeBuilder.whenMatchedUpdate', ['condition']],
  ['delta.tables.DeltaMergeBuilder.whenMatchedUpdateAll', ['condition']],
  ['delta.tables.DeltaMergeBuilder.whenMatchedDelete', ['condition']],
  ['delta.tables.DeltaMergeBuilder.whenNotMatchedInsert', ['condition']],
  ['delta.tables.DeltaMergeBuilder.whenNotMatchedInsertAll', ['condition']],
  ['delta.tables.DeltaMergeBuilder.whenNotMatchedBySourceUpdate', ['condition']],
  ['delta.tables.DeltaMergeBuilder.whenNotMatchedBySourceDelete', ['condition']],
]);

/** Operators whose SQL runs in Spark or on Databricks; that of others may be any database's. */
const sparkOperators = /^airflow\.providers\.(?:apache\.spark|databricks)\./;

/** Methods whose first argument is a Spark configuration key. */
const keyMethods =
  /^pyspark\.(?:SparkConf\.(?:set|get|setIfMissing|contains)|sql\.SparkSession\.Builder\.config|sql\.conf\.RuntimeConfig\.(?:set|get|unset|isModifiable)|sql\.SQLContext\.(?:setConf|getConf))$/;

const airflowKeys =
  /^airflow\.configuration\.(?:conf|AirflowConfigParser)\.(?:get|getboolean|getint|getfloat|getjson|getlist|getenum|getimport|has_option|get_mandatory_value)$/;

/** What a string literal stands for: by the parameter that it is given to, or as a key of a dictionary. */
export function stringAt(node: SyntaxNode, offset: number, resolver: Resolver): PythonMention | null {
  const isFormat = node.name === 'FormatString';
  const content = isFormat ? sqlTextIn(node, resolver.text) : stringContent(node, resolver.text);
  if (!content || offset < content.start || offset > content.end) return null;
  const found = inString(node, content, offset, resolver);
  // of f-strings only SQL is read
  if (found?.kind !== 'sql') return isFormat ? null : found;
  const sql = sqlTextIn(outerExpression(node), resolver.text);
  return sql && { ...found, ...sql, offset: offset - sql.start };
}

function inString(node: SyntaxNode, content: Place, offset: number, resolver: Resolver): PythonMention | null {
  const text = resolver.text.slice(content.start, content.end);
  const place = { start: content.start, end: content.end };
  const outer = outerExpression(node);
  const list = outer.parent;
  if (list?.name === 'DictionaryExpression' && outer.nextSibling?.name === ':')
    return keyAt(node, list, text, place, resolver);
  if (list?.name !== 'ArgList') return nestedAt(outer, offset, text, place, resolver);
  const argument = argumentsOf(list).find(({ value }) => value.from === outer.from);
  const cron = argument && cronAt(list, argument, text, place, resolver);
  if (cron) return cron;
  const parameter = argument && !argument.star ? parameterOf(list, argument, resolver) : null;
  const [symbol] = parameter ? calledSymbols(list, resolver) : [];
  if (argument && !parameter) {
    const value = optionKeywordValue(list, argument, text, resolver);
    return value && { ...place, ...value };
  }
  if (!argument || !parameter || !symbol) return null;
  const source = sourceOptionAt(symbol.path, { list, parameter: parameter.name, text }, resolver);
  if (source) return { ...place, ...source };
  const first = !argument.name && argumentsOf(list)[0]?.value.from === outer.from;
  const mayBeKey = first || argument.name !== null || airflowKeys.test(symbol.path);
  const special = mayBeKey ? specialAt(symbol.path, parameter, list, text, first, resolver) : null;
  if (special) return { ...place, ...special };
  return byParameter(parameter, symbol.path, text, offset - content.start, place, resolver);
}

type Place = { start: number; end: number };

/** `"a" "b"` and `("a")` are given as one. */
function outerExpression(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent && (at.parent.name === 'ContinuedString' || at.parent.name === 'ParenthesizedExpression'))
    at = at.parent;
  return at;
}

type Special = { kind: 'configurationKey'; of: string; key: string };

function specialAt(
  path: string,
  parameter: FoundParameter,
  list: SyntaxNode,
  text: string,
  first: boolean,
  resolver: Resolver,
): Special | null {
  const isKey = first || parameter.name === 'key';
  if (keyMethods.test(path) && isKey) return { kind: 'configurationKey', of: path, key: text };
  const isOfOption = airflowKeys.test(path) && /^(?:section|key|option)$/.test(parameter.name);
  return isOfOption ? airflowKey(path, list, resolver) : null;
}

/** `conf.get("core", "dags_folder")`: either string stands for the option that both name. */
function airflowKey(path: string, list: SyntaxNode, resolver: Resolver): Special | null {
  const [section, key] = argumentsOf(list).map(({ value }) => stringText(value, resolver.text));
  return section != null && key != null ? { kind: 'configurationKey', of: path, key: `${section}.${key}` } : null;
}

const collections: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'TupleExpression',
  'DictionaryExpression',
  'ParenthesizedExpression',
]);

/** A string in a collection that is an argument: `.selectExpr(["…"])`, `env={"DAY": "…"}`; only SQL and Jinja are looked for. */
function nestedAt(
  outer: SyntaxNode,
  offset: number,
  text: string,
  place: Place,
  resolver: Resolver,
): PythonMention | null {
  let collection = outer;
  while (collection.parent && collections.has(collection.parent.name)) collection = collection.parent;
  const list = collection.parent;
  if (collection === outer || list?.name !== 'ArgList') return null;
  const argument = argumentsOf(list).find(({ value }) => value.from === collection.from);
  const parameter = argument ? parameterOf(list, argument, resolver) : null;
  const [symbol] = parameter ? calledSymbols(list, resolver) : [];
  if (!parameter || !symbol) return null;
  const found = byParameter(parameter, symbol.path, text, offset - place.start, place, resolver);
  const isSql = found?.kind === 'sql' && outer.parent?.name !== 'DictionaryExpression';
  return isSql || found?.kind === 'jinja' ? found : null;
}

function byParameter(
  parameter: FoundParameter,
  callee: string,
  text: string,
  offset: number,
  place: Place,
  resolver: Resolver,
): PythonMention | null {
  const { of, name } = parameter;
  if (isTemplated(callee, name, resolver) && inJinja(text, offset)) {
    return { ...place, kind: 'jinja', of: callee, parameter: name, text, offset };
  }
  if (sqlParameters.get(callee)?.includes(name) || (sparkOperators.test(callee) && name === 'sql')) {
    return { ...place, kind: 'sql', of: callee, parameter: name, text, offset };
  }
  return { ...place, kind: 'value', of, parameter: name, text };
}

function isTemplated(path: string, parameter: string, resolver: Resolver, depth = 0): boolean {
  const symbol = resolver.api.lookup(path);
  if (!symbol || depth > 12) return false;
  if (symbol.templated?.includes(parameter)) return true;
  return (symbol.bases ?? []).some((base) => isTemplated(base.split('[')[0] ?? base, parameter, resolver, depth + 1));
}

/** Between `{{` and `}}`, or `{%` and `%}`. */
function inJinja(text: string, offset: number): boolean {
  const open = Math.max(text.lastIndexOf('{{', offset), text.lastIndexOf('{%', offset));
  if (open < 0) return false;
  const close = text.indexOf(text[open + 1] === '{' ? '}}' : '%}', open + 2);
  return close < 0 || offset <= close + 2;
}

/** A key of a dictionary that a call takes: `default_args={"retries": 2}`, `.config(map={"spark.…": …})`. */
function keyAt(
  node: SyntaxNode,
  dictionary: SyntaxNode,
  text: string,
  place: Place,
  resolver: Resolver,
): PythonMention | null {
  if (node.nextSibling?.name !== ':') return null;
  const list = dictionary.parent?.name === 'ArgList' ? dictionary.parent : null;
  const argument = list && argumentsOf(list).find(({ value }) => value.from === dictionary.from);
  const entry = list && argument && optionEntry(list, argument, text, resolver);
  if (entry) return { ...place, ...entry };
  const keys = keysOf(dictionary, resolver);
  if (keys?.kind === 'taskParameters') return taskParameter(text, place, resolver);
  return keys && { ...place, kind: 'configurationKey', of: keys.of, key: text };
}

/** What the keys of a dictionary are: parameters of tasks, or keys of Spark's configuration that `of` takes. */
export function keysOf(
  dictionary: SyntaxNode,
  resolver: Resolver,
): { kind: 'taskParameters' } | { kind: 'configuration'; of: string } | null {
  const list = dictionary.parent;
  if (list?.name === 'AssignStatement') return isDefaultArguments(list, resolver) ? { kind: 'taskParameters' } : null;
  if (list?.name !== 'ArgList') return null;
  const argument = argumentsOf(list).find(({ value }) => value.from === dictionary.from);
  const parameter = argument ? parameterOf(list, argument, resolver) : null;
  const [symbol] = parameter ? calledSymbols(list, resolver) : [];
  if (!parameter || !symbol) return null;
  if (parameter.name === 'default_args' && symbol.path.startsWith('airflow.')) return { kind: 'taskParameters' };
  const isConf = parameter.name === 'spark_conf' || (keyMethods.test(symbol.path) && parameter.name === 'map');
  return isConf ? { kind: 'configuration', of: symbol.path } : null;
}

/** `default_args = {"retries": 2}` in a file of Airflow's. */
function isDefaultArguments(statement: SyntaxNode, resolver: Resolver): boolean {
  const target = statement.firstChild;
  if (target?.name !== 'VariableName' || textOf(target, resolver.text) !== 'default_args') return false;
  return resolver.names.imports().some((path) => path === 'airflow' || path.startsWith('airflow.'));
}

function taskParameter(name: string, place: Place, resolver: Resolver): PythonMention | null {
  for (const path of ['airflow.sdk.BaseOperator', 'airflow.models.BaseOperator']) {
    const operator = resolver.api.lookup(path);
    const found = operator && parameterNamed(operator, name, resolver);
    if (found) return { ...place, kind: 'parameter', of: found.of, name };
  }
  return null;
}
