import type { SyntaxNode } from '@lezer/common';
import type { ApiNames } from '../../catalogue/api';
import { readType, type TypeText } from './typeText';
import { builtin, foreign, instance, none, union, unknown, type Value } from './values';

/** What the names in a type mean. */
export interface TypeNames {
  api: ApiNames;
  self?: Value | undefined;
  /** What type variables stand for: the arguments of the generic class that the text is about. */
  variables?: readonly Value[] | undefined;
  /** Resolves a name as the file means it; without it names are paths, as the inventory writes them. */
  resolve?: ((name: string) => Value | null) | undefined;
  /** The value that a name has which the file gives to a type of several. */
  alias?: ((name: string) => Value | null) | undefined;
}

const elements: ReadonlyMap<string, string> = new Map([
  ['list', 'list'],
  ['List', 'list'],
  ['Sequence', 'list'],
  ['MutableSequence', 'list'],
  ['Collection', 'list'],
  ['set', 'list'],
  ['Set', 'list'],
  ['frozenset', 'list'],
  ['Iterable', 'iterator'],
  ['Iterator', 'iterator'],
  ['Generator', 'iterator'],
  ['AsyncIterator', 'iterator'],
  ['AsyncGenerator', 'iterator'],
  ['ContextManager', 'iterator'],
  ['tuple', 'tuple'],
  ['Tuple', 'tuple'],
  ['dict', 'dict'],
  ['Dict', 'dict'],
  ['Mapping', 'dict'],
  ['MutableMapping', 'dict'],
  ['defaultdict', 'dict'],
]);

const plain: ReadonlySet<string> = new Set(['str', 'int', 'float', 'bool', 'bytes', 'complex']);

/** Names of the inventory's texts that stand for a class. */
const standIns: ReadonlyMap<string, string> = new Map([
  ['UserDefinedFunctionLike', 'pyspark.sql.udf.UserDefinedFunction'],
  ['ColumnOrName', 'pyspark.sql.Column'],
  ['Operator', 'airflow.sdk.BaseOperator'],
  ['TaskInstancePydantic', 'airflow.models.TaskInstance'],
  ['DagRunPydantic', 'airflow.models.DagRun'],
]);

/** `Union[A, B]`, `Optional[A]` or `A | B`. */
export function isUnionType(node: SyntaxNode, text: string): boolean {
  if (node.name === 'BinaryExpression') return node.firstChild?.nextSibling?.name === 'BitOp';
  return node.name === 'MemberExpression' && /^(?:\w+\.)?(?:Union|Optional)\s*\[/.test(text.slice(node.from, node.to));
}

/** The value that an expression of this type has. */
export function valueOfType(text: string, names: TypeNames): Value {
  return convert(readType(text), names, 0);
}

function convert(type: TypeText, names: TypeNames, depth: number): Value {
  if (depth > 8) return unknown;
  if (type.kind === 'union') return union(type.of.map((part) => convert(part, names, depth + 1))) ?? unknown;
  if (type.kind !== 'name') return unknown;
  const last = type.name.slice(type.name.lastIndexOf('.') + 1);
  const args = () => type.args.map((part) => convert(part, names, depth + 1));
  const alias = type.args.length === 0 ? names.alias?.(type.name) : null;
  if (alias) return alias;
  const meant = names.resolve?.(type.name);
  if (meant && meant.kind !== 'unknown' && meant.kind !== 'foreign') return instanceOf(meant, args());
  if (meant?.kind === 'foreign' && !isTypingName(last)) return foreign;
  if (type.name === 'None') return none;
  if (plain.has(type.name)) return builtin(type.name);
  if (last === 'Any' || last === 'object') return unknown;
  if (last === 'Self') return selfOf(names.self);
  if (last === 'Optional' || last === 'Union') return union(args()) ?? unknown;
  if (['Annotated', 'Final', 'ClassVar', 'Required', 'Awaitable'].includes(last)) return args()[0] ?? unknown;
  if (last === 'Coroutine') return args()[2] ?? unknown;
  if (last === 'Callable') return callableOf(type, names, depth);
  if (last === 'type' || last === 'Type') return classOf(args()[0]);
  if (last === 'Literal') return builtin('str');
  const container = elements.get(last);
  if (container) return builtin(container, ...elementsOf(container, args()));
  return ofPath(type.name, args(), names);
}

function selfOf(self: Value | undefined): Value {
  if (self?.kind === 'symbol') return instance(self.symbol.path);
  if (self?.kind === 'class') return { kind: 'object', node: self.node };
  return self ?? unknown;
}

function isTypingName(name: string): boolean {
  return elements.has(name) || ['Optional', 'Union', 'Annotated', 'Callable', 'Type', 'Any', 'Self'].includes(name);
}

function elementsOf(container: string, args: Value[]): Value[] {
  // `tuple[int, ...]` is any number of them
  return container === 'list' || container === 'iterator' ? args.slice(0, 1) : args;
}

function callableOf(type: TypeText & { kind: 'name' }, names: TypeNames, depth: number): Value {
  const [parameters, returns] = type.args;
  return {
    kind: 'callable',
    parameters: parameters?.kind === 'list' ? parameters.of.map((part) => convert(part, names, depth + 1)) : [],
    returns: returns ? convert(returns, names, depth + 1) : unknown,
  };
}

function classOf(value: Value | undefined): Value {
  return value?.kind === 'object' ? { kind: 'class', node: value.node } : unknown;
}

/** An instance of a class that a name stands for. */
export function instanceOf(meant: Value, args: Value[]): Value {
  if (meant.kind === 'symbol') return meant.symbol.kind === 'class' ? instance(meant.symbol.path, args) : unknown;
  if (meant.kind === 'class') return { kind: 'object', node: meant.node };
  if (meant.kind === 'union') return union(meant.of.map((part) => instanceOf(part, args))) ?? unknown;
  return unknown;
}

function ofPath(name: string, args: Value[], { api, variables, resolve }: TypeNames): Value {
  if (resolve) return unknown;
  const path = standIns.get(name) ?? name;
  const symbol = api.lookup(path);
  if (symbol?.kind === 'class') return instance(symbol.path, args);
  if (name.includes('.')) return foreign;
  // a type variable: known where the class has one argument
  if (/^(?:[A-Z][A-Z0-9]?|_?[A-Z][A-Za-z]?|RL|T_co)$/.test(name))
    return variables?.length === 1 ? (variables[0] ?? unknown) : unknown;
  return foreign;
}
