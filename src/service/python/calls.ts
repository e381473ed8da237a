import type { SyntaxNode } from '@lezer/common';
import type { ApiSymbol } from '../../catalogue/api';
import type { Evaluator } from './evaluator';
import { memberOf, valueOfSymbol, variablesOf } from './members';
import { argumentsOf, childNamed, stringText, type Argument } from './syntax';
import { valueOfType } from './typeValues';
import { builtin, foreign, instance, partsOf, union, unknown, type Value } from './values';

/** The value of calling something with the arguments of a call (or of a decorator: then what it decorates). */
export function callValue(callee: Value, list: SyntaxNode | null, evaluator: Evaluator, given?: Value): Value | null {
  const call = new Call(list, evaluator, given);
  return union(partsOf(callee).map((part) => call.of(part, 0)));
}

/** What calling an instance gives, where the inventory has no `__call__` of it that says so. */
const called: ReadonlyMap<string, string> = new Map([
  ['airflow.sdk.bases.decorator.Task', 'airflow.sdk.XComArg'],
  ['airflow.decorators.base.Task', 'airflow.models.xcom_arg.XComArg'],
  ['airflow.sdk.bases.decorator.TaskDecorator', 'airflow.sdk.bases.decorator.Task'],
  ['airflow.decorators.TaskDecorator', 'airflow.decorators.base.Task'],
]);

class Call {
  readonly #list: SyntaxNode | null;
  readonly #evaluator: Evaluator;
  readonly #given: Value | undefined;
  #arguments: Argument[] | undefined;

  constructor(list: SyntaxNode | null, evaluator: Evaluator, given: Value | undefined) {
    this.#list = list;
    this.#evaluator = evaluator;
    this.#given = given;
  }

  of(callee: Value, depth: number): Value | null {
    if (depth > 8) return unknown;
    switch (callee.kind) {
      case 'symbol':
        return this.#ofSymbol(callee.symbol, callee.self);
      case 'instance':
        return this.#ofInstance(callee, depth);
      case 'function':
        return this.#evaluator.returned(callee.node, this.#list);
      case 'lambda':
        return this.#evaluator.typeOf(callee.node.lastChild);
      case 'class':
        return { kind: 'object', node: callee.node };
      case 'object': {
        const member = memberOf(callee, '__call__', this.#evaluator)?.value;
        return member ? this.of(member, depth + 1) : unknown;
      }
      case 'callable':
        return callee.returns;
      default:
        return callee.kind === 'unknown' || callee.kind === 'union' ? unknown : foreign;
    }
  }

  #ofInstance(callee: Value & { kind: 'instance' }, depth: number): Value | null {
    const path = called.get(callee.path);
    if (path !== undefined) return instance(path);
    const member = memberOf(callee, '__call__', this.#evaluator)?.value;
    return member?.kind === 'symbol' ? this.of(member, depth + 1) : unknown;
  }

  #ofSymbol(symbol: ApiSymbol, self: Value | undefined): Value {
    if (symbol.kind === 'class') return instance(symbol.path);
    const { api } = this.#evaluator;
    const type = this.#special(symbol) ?? symbol.returns;
    if (type === undefined) return unknown;
    return valueOfType(type, { api, self, variables: variablesOf(self, symbol, api) });
  }

  /** Where the result depends on the arguments, which one signature cannot say. */
  #special({ path }: ApiSymbol): string | undefined {
    if (path === 'pyspark.sql.DataFrame.__getitem__') return undefined;
    if (path === 'pyspark.sql.DataFrame.head') return this.#first() ? 'list[pyspark.sql.Row]' : 'pyspark.sql.Row';
    if (path === 'pyspark.ml.Estimator.fit') return 'M';
    if (/^airflow\.models\.(?:dagbag\.)?DagBag\.get_dag$/.test(path)) return 'airflow.sdk.DAG';
    if (/^airflow\.providers\.standard\..*\.get_current_context$/.test(path)) return 'airflow.sdk.Context';
    if (/^pyspark\.sql\.functions\.(?:udf|pandas_udf|arrow_udf)$/.test(path)) return this.#udf();
    if (/\.(?:decorators|sdk)\.dag$|\.dag\.dag$/.test(path)) return this.#dag();
    if (path.includes('.TaskDecoratorCollection.')) {
      const base = path.startsWith('airflow.sdk') ? 'airflow.sdk.bases.decorator' : 'airflow.decorators';
      const task = base === 'airflow.decorators' ? `${base}.base.Task` : `${base}.Task`;
      return this.#isFunction(this.#first()) ? task : `${base}.TaskDecorator`;
    }
    return undefined;
  }

  #udf(): string {
    const udf = 'pyspark.sql.udf.UserDefinedFunction';
    return this.#isFunction(this.#first()) ? udf : `Callable[[Any], ${udf}]`;
  }

  #dag(): string {
    const dag = 'Callable[..., airflow.sdk.DAG]';
    return this.#isFunction(this.#first()) ? dag : `Callable[[Any], ${dag}]`;
  }

  /** The first argument given by position. */
  #first(): Value | null {
    if (this.#given) return this.#given;
    this.#arguments ??= argumentsOf(this.#list);
    const first = this.#arguments.find(({ name, star }) => !name && !star);
    return first ? (this.#evaluator.typeOf(first.value) ?? unknown) : null;
  }

  #isFunction(value: Value | null): boolean {
    return !!value && ['function', 'lambda', 'unknown', 'callable'].includes(value.kind);
  }
}

/** `value[…]`. */
export function itemValue(value: Value, node: SyntaxNode, evaluator: Evaluator): Value | null {
  const index = childNamed(node, '[')?.nextSibling;
  return union(partsOf(value).map((part) => itemOf(part, index ?? null, evaluator)));
}

function itemOf(value: Value, index: SyntaxNode | null, evaluator: Evaluator): Value | null {
  if (value.kind === 'instance') {
    if (value.path === 'pyspark.sql.DataFrame') return columnOrFrame(index, evaluator);
    if (/^airflow\..*\.?Context$/.test(value.path)) return ofContext(value.path, index, evaluator);
    const method = evaluator.api.member(value.path, '__getitem__');
    return method?.returns === undefined ? unknown : valueOfType(method.returns, { api: evaluator.api, self: value });
  }
  if (value.kind === 'symbol' && value.symbol.kind === 'class') return value;
  if (value.kind !== 'builtin') return value.kind === 'unknown' ? keyed(index, evaluator) : foreign;
  if (value.name === 'str') return value;
  if (isSlice(index)) return value;
  if (value.name === 'dict') return known(value.args[1]) ?? keyed(index, evaluator);
  if (value.name === 'tuple') {
    const at = index?.name === 'Number' ? Number(evaluator.text.slice(index.from, index.to)) : NaN;
    return value.args[at] ?? union(value.args) ?? unknown;
  }
  return value.args[0] ?? (value.name === 'list' ? unknown : foreign);
}

/** `context["ti"]`: the task's context is a dictionary whose keys have types of their own. */
function ofContext(path: string, index: SyntaxNode | null, { api, text }: Evaluator): Value {
  const key = stringText(index, text);
  const symbol = key === null ? undefined : api.member(path, key);
  return symbol ? valueOfSymbol(symbol, api) : unknown;
}

/** `context["ti"]`, where all that is known of the context is that it is a dictionary. */
export function keyed(index: SyntaxNode | null, evaluator: Evaluator): Value {
  const key = stringText(index, evaluator.text);
  return key === null || key.startsWith('spark') ? unknown : evaluator.usual(key);
}

function known(value: Value | undefined): Value | undefined {
  return value?.kind === 'unknown' ? undefined : value;
}

function isSlice(index: SyntaxNode | null): boolean {
  for (let at = index; at && at.name !== ']'; at = at.nextSibling) if (at.name === ':') return true;
  return false;
}

function columnOrFrame(index: SyntaxNode | null, evaluator: Evaluator): Value {
  const [column, frame] = [instance('pyspark.sql.Column'), instance('pyspark.sql.DataFrame')];
  if (index?.nextSibling?.name === ',') return frame;
  const given = index ? evaluator.typeOf(index) : null;
  if (given?.kind === 'builtin') return given.name === 'list' || given.name === 'tuple' ? frame : column;
  if (given?.kind === 'instance' && given.path === 'pyspark.sql.Column') return frame;
  // most often it is a name held in a variable
  return given?.kind === 'unknown' || given?.kind === 'foreign' || !given
    ? (union([column, frame]) ?? unknown)
    : column;
}

/** What iterating over a value gives. */
export function elementOf(value: Value | null, evaluator: Evaluator): Value {
  if (!value) return unknown;
  const parts = partsOf(value).map((part): Value => {
    if (part.kind === 'builtin') {
      if (part.name === 'tuple') return union(part.args) ?? unknown;
      return part.name === 'str' ? builtin('str') : (part.args[0] ?? unknown);
    }
    if (part.kind !== 'instance') return part.kind === 'unknown' ? unknown : foreign;
    const method = evaluator.api.member(part.path, '__iter__');
    const type = method?.returns;
    return type === undefined ? unknown : elementOf(valueOfType(type, { api: evaluator.api, self: part }), evaluator);
  });
  return union(parts) ?? unknown;
}

/** The value of one target when a value is taken apart. */
export function unpacked(value: Value | null, path: readonly number[], evaluator: Evaluator): Value | null {
  let at = value;
  for (const index of path) {
    if (!at) return null;
    at = at.kind === 'builtin' && at.name === 'tuple' ? (at.args[index] ?? unknown) : elementOf(at, evaluator);
  }
  return at;
}
