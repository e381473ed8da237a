import type { SyntaxNode } from '@lezer/common';
import type { ApiSymbol } from '../../catalogue/api';
import type { DbtCall } from '../dbt/call';
import { keywordAt, parameterAt, setParameter } from './arguments';
import { commonMembers } from './common';
import type { WrittenZone } from './cronZone';
import { dbtMember, dbtNameAt } from './dbtModel';
import { decoratorValue } from './functions';
import { readImport, textOf } from './imports';
import { memberOf } from './members';
import type { Resolver } from './resolver';
import { optionKeywordAt } from './sourceOptions';
import { stringAt } from './strings';
import { scopeOf } from './syntax';
import { partsOf, type Value } from './values';
import { isNotebookName } from './wellKnown';

/** Offsets in UTF-16 code units, `end` exclusive. */
interface Place {
  start: number;
  end: number;
}

/**
 * What stands at a position in Python code. Paths are those of the inventory that knows them (`pyspark.sql.DataFrame.join`,
 * `dbt.ref`).
 */
export type PythonMention = Place &
  (
    | {
        /** A class, function, method, property or attribute: its name in code, in an import or in a decorator. */
        kind: 'symbol';
        path: string;
        symbol: ApiSymbol;
        /** The type of the receiver is not known; only this API has a member of that name. */
        guessed?: boolean;
        /** The path that the code writes in its import, where it is another one than the symbol's own. */
        written?: string;
      }
    /**
     * A keyword argument, or a key of `default_args`: a parameter of a class (its constructor) or a function. `text`: the
     * string that it is given, if it is one.
     */
    | { kind: 'parameter'; of: string; name: string; text?: string }
    /** One that no signature names: the texts know whether `**kwargs` take it, or whether an older release did. */
    | { kind: 'keyword'; of: string; name: string; text?: string }
    /** A string given to a parameter: an accepted value, or the reader's own word. `text` is the string's content. */
    | { kind: 'value'; of: string; parameter: string; text: string }
    /** The name of a source in `.format("delta")`; `of` is the method. */
    | { kind: 'format'; of: string; format: string }
    /** The key of a reader's or writer's option, or the `value` that it is given; `format` where the chain names it. */
    | { kind: 'option'; of: string; key: string; format?: string; value?: string }
    /** The key of a setting: `spark.sql.shuffle.partitions`, or Airflow's `core.dags_folder`. */
    | { kind: 'configurationKey'; of: string; key: string }
    /** SQL: all of the string's content, which begins at `start`; `offset` is the position in it. */
    | { kind: 'sql'; of: string; parameter: string; text: string; offset: number }
    /**
     * A cron expression or a preset such as `@daily`, given to the class or function `of`. `covers`: whether a run is for
     * the time since the one before, where the timetable says so.
     */
    | { kind: 'cron'; of: string; text: string; zone: WrittenZone; covers?: 'before' | 'none' }
    /** Inside `{{ … }}` or `{% … %}` of a templated argument: `text` is the string's content, `offset` the position in it. */
    | { kind: 'jinja'; of: string; parameter: string; text: string; offset: number }
    /** The name of a model or source, in a dbt model: `dbt.ref("orders")`. */
    | { kind: 'dbtName'; call: DbtCall }
    /** A name that a Databricks notebook has without an import, or a member of one: `dbutils.fs.ls`. */
    | { kind: 'notebookGlobal'; name: string }
  );

/** What stands at a leaf of the tree, or null where nothing of an API does. `offset` is the caret's. */
export function mentionAt(node: SyntaxNode, offset: number, resolver: Resolver): PythonMention | null {
  return resolver.ask(() => {
    if (node.name === 'VariableName') return atName(node, resolver);
    if (node.name === 'PropertyName') return atProperty(node, resolver);
    if (node.name === 'FormatString') return stringAt(node, offset, resolver);
    if (node.name !== 'String') return null;
    return (
      annotationAt(node, offset, resolver) ?? dbtNameAt(node, offset, resolver) ?? stringAt(node, offset, resolver)
    );
  });
}

function symbolMention(
  node: SyntaxNode,
  symbol: ApiSymbol,
  more: { guessed?: true; written?: string | null } = {},
): PythonMention | null {
  if (symbol.kind === 'module') return null;
  const written = more.written === symbol.path ? null : more.written;
  return {
    kind: 'symbol',
    start: node.from,
    end: node.to,
    path: symbol.path,
    symbol,
    ...(more.guessed ? { guessed: true } : {}),
    ...(written == null ? {} : { written }),
  };
}

function atName(node: SyntaxNode, resolver: Resolver): PythonMention | null {
  const { parent } = node;
  const name = textOf(node, resolver.text);
  if (parent?.name === 'ImportStatement') return inImport(node, parent, resolver);
  if (parent?.name === 'Decorator' && node.prevSibling?.name === '.') return inDecorator(node, parent, name, resolver);
  if (parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp')
    return (
      parameterAt(node, parent, resolver) ??
      optionKeywordAt(node, parent, resolver) ??
      keywordAt(node, parent, resolver)
    );
  if (isTarget(node, name, resolver)) return null;
  const { value, imported, free } = resolver.nameAt(name, node);
  if (free || !value) return null;
  if (isNotebookGlobal(name, value, imported, resolver)) {
    return { kind: 'notebookGlobal', start: node.from, end: node.to, name };
  }
  const symbol = imported ? importedSymbol(value, name, node, resolver) : undefined;
  return symbol ? symbolMention(node, symbol, { written: resolver.importedPath(name, node) }) : null;
}

/** A name that the notebook itself gives, and nothing in the file another meaning. */
function isNotebookGlobal(name: string, value: Value, imported: boolean, resolver: Resolver): boolean {
  if (value.kind !== 'foreign' || imported || !isNotebookName(name, resolver)) return false;
  return resolver.names.bindingsOf(name).length === 0;
}

/** `dbutils.fs.ls`, up to the property. */
function notebookMember(expression: SyntaxNode, object: SyntaxNode, resolver: Resolver): PythonMention | null {
  const name = textOf(expression, resolver.text);
  if (!/^dbutils(?:\.\w+){1,3}$/.test(name)) return null;
  let root = object;
  while (root.name === 'MemberExpression' && root.firstChild) root = root.firstChild;
  const { value, imported } = resolver.nameAt('dbutils', root);
  const property = expression.lastChild;
  return property && value && isNotebookGlobal('dbutils', value, imported, resolver)
    ? { kind: 'notebookGlobal', start: property.from, end: property.to, name }
    : null;
}

/** The symbol that an import bound; of an attribute its own, not the type that it has. */
function importedSymbol(value: Value, name: string, at: SyntaxNode, resolver: Resolver): ApiSymbol | undefined {
  const [first, ...others] = partsOf(value);
  if (first?.kind === 'symbol') {
    const last = first.symbol.path.split('.').at(-1);
    const agree = others.every((other) => other.kind === 'symbol' && other.symbol.path.split('.').at(-1) === last);
    return agree ? first.symbol : undefined;
  }
  if (value.kind === 'module') return undefined;
  const path = resolver.importedPath(name, at);
  return path === null ? undefined : resolver.api.lookup(path);
}

/** Where a name is bound, by anything but an import, it is the reader's own. */
function isTarget(node: SyntaxNode, name: string, resolver: Resolver): boolean {
  const { parent } = node;
  const bindings = resolver.scopeBindings(scopeOf(node), name);
  if (bindings.some(({ node: at, source }) => at.from === node.from && source.how !== 'import')) return true;
  if (parent?.name === 'FunctionDefinition' || parent?.name === 'ClassDefinition') return true;
  if (parent?.name !== 'ParamList') return false;
  return node.prevSibling?.name !== 'AssignOp';
}

function inImport(node: SyntaxNode, statement: SyntaxNode, resolver: Resolver): PythonMention | null {
  const { names } = readImport(statement, resolver.text);
  if (statement.firstChild?.name !== 'from') return null;
  for (const { nameNode, path } of names) {
    if (!nameNode || path === null) continue;
    const isAlias = nameNode.from === node.from;
    const isOriginal = nameNode.prevSibling?.name === 'as' && nameNode.prevSibling.prevSibling?.from === node.from;
    if (!isAlias && !isOriginal) continue;
    const symbol = resolver.importedSymbol(path);
    return symbol ? symbolMention(node, symbol, { written: path }) : null;
  }
  return null;
}

function inDecorator(node: SyntaxNode, decorator: SyntaxNode, name: string, resolver: Resolver): PythonMention | null {
  const before = node.prevSibling?.prevSibling;
  const receiver = before && decoratorValue(decorator, before, resolver);
  const member = receiver && memberOf(receiver, name, resolver);
  return member?.symbol ? symbolMention(node, member.symbol) : null;
}

function atProperty(node: SyntaxNode, resolver: Resolver): PythonMention | null {
  const expression = node.parent;
  const object = expression?.name === 'MemberExpression' ? expression.firstChild : null;
  if (!expression || !object || object.from === node.from) return null;
  const name = textOf(node, resolver.text);
  const dbt = dbtMember(expression, object, resolver);
  if (dbt) return dbt;
  const notebook = notebookMember(expression, object, resolver);
  if (notebook) return notebook;
  const value = resolver.typeOf(object);
  if (!value) return null;
  const member = memberOf(value, name, resolver);
  if (member?.symbol) {
    if (member.partly && commonMembers.has(name)) return null;
    const open = object.name === 'VariableName' && isOpen(object, resolver) && resolver.guess(expression, name);
    return symbolMention(node, member.symbol, open ? { guessed: true } : {});
  }
  const guessed = value.kind === 'unknown' ? resolver.guess(expression, name) : undefined;
  if (guessed) return symbolMention(node, guessed, { guessed: true });
  const isOwn = value.kind === 'object' && member?.value?.kind !== 'foreign';
  const setter = isOwn ? null : setParameter(value, name, resolver);
  return setter && { kind: 'parameter', start: node.from, end: node.to, of: setter.of, name };
}

/** A name of which only its use tells what it is. */
function isOpen(node: SyntaxNode, resolver: Resolver): boolean {
  const name = textOf(node, resolver.text);
  return resolver.nameAt(name, node).value?.kind === 'unknown' && resolver.usual(name).kind === 'unknown';
}

/** A name in an annotation that is written as a string: `df: "DataFrame"`. */
function annotationAt(node: SyntaxNode, offset: number, resolver: Resolver): PythonMention | null {
  if (node.parent?.name !== 'TypeDef') return null;
  const text = textOf(node, resolver.text);
  for (const match of text.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/gu)) {
    const end = node.from + match.index + match[0].length;
    const start = end - (match[0].length - match[0].lastIndexOf('.') - 1);
    if (offset < start || offset > end) continue;
    const value = resolver.dotted(match[0], node);
    if (value?.kind !== 'symbol' || value.symbol.kind !== 'class') return null;
    return { kind: 'symbol', start, end, path: value.symbol.path, symbol: value.symbol };
  }
  return null;
}
