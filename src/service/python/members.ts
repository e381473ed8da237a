import type { ApiNames, ApiParameter, ApiSymbol } from '../../catalogue/api';
import type { Evaluator, Member } from './evaluator';
import { valueOfType } from './typeValues';
import { builtin, foreign, instance, partsOf, union, unknown, type Value } from './values';

/** `value.name`. Null while it is being asked for. */
export function memberOf(value: Value, name: string, evaluator: Evaluator, depth = 0): Member | null {
  if (depth > 12) return { value: unknown };
  switch (value.kind) {
    case 'module':
      return ofModule(value.path, name, evaluator.api);
    case 'symbol':
      return ofSymbol(value.symbol, name, evaluator.api);
    case 'instance':
      return ofInstance(value, name, evaluator.api);
    case 'object':
      return evaluator.classMember(value.node, name, value) ?? { value: unknown };
    case 'class':
      return evaluator.classMember(value.node, name, value) ?? { value: unknown };
    case 'union':
      return ofUnion(value, name, evaluator, depth);
    case 'builtin':
      return { value: ofBuiltin(value, name) };
    case 'unknown':
      return { value: unknown };
    default:
      return { value: foreign };
  }
}

function ofModule(path: string, name: string, api: ApiNames): Member {
  const symbol = api.lookup(`${path}.${name}`);
  return symbol ? { value: valueOfSymbol(symbol, api), symbol } : { value: foreign };
}

/** What a symbol is where its name stands: itself, or for an attribute the value that it has. */
export function valueOfSymbol(symbol: ApiSymbol, api: ApiNames, self?: Value): Value {
  if (symbol.kind === 'module') return { kind: 'module', path: symbol.path };
  if (symbol.kind === 'property' || symbol.kind === 'attribute') {
    const type = symbol.returns ?? symbol.type;
    return type === undefined ? unknown : valueOfType(type, { api, self, variables: variablesOf(self, symbol, api) });
  }
  return self ? { kind: 'symbol', symbol, self } : { kind: 'symbol', symbol };
}

/** An instance of the class that a member stands in. */
export function ownerOf({ path }: ApiSymbol): Value {
  return instance(path.slice(0, path.lastIndexOf('.')));
}

/** Type arguments in force inside a class: of `C[X]` itself, or where the member comes from its base `B[X]`. */
export function variablesOf(self: Value | undefined, symbol: ApiSymbol, api: ApiNames): readonly Value[] | undefined {
  if (self?.kind !== 'instance' && self?.kind !== 'symbol') return undefined;
  if (self.kind === 'instance' && self.args.length > 0) return self.args;
  const owner = symbol.path.slice(0, symbol.path.lastIndexOf('.'));
  return baseArguments(self.kind === 'instance' ? self.path : self.symbol.path, owner, api, 0);
}

function baseArguments(path: string, owner: string, api: ApiNames, depth: number): Value[] | undefined {
  if (path === owner || depth > 12) return undefined;
  for (const base of api.lookup(path)?.bases ?? []) {
    const open = base.indexOf('[');
    const name = open < 0 ? base : base.slice(0, open);
    const known = api.lookup(name)?.path;
    if (known === undefined) continue;
    if (known === owner && open > 0) return [valueOfType(base.slice(open + 1, base.lastIndexOf(']')), { api })];
    const further = baseArguments(known, owner, api, depth + 1);
    if (further) return further;
  }
  return undefined;
}

function ofSymbol(symbol: ApiSymbol, name: string, api: ApiNames): Member {
  if (symbol.kind !== 'class') return { value: unknown };
  const member = api.member(symbol.path, name) ?? nested(symbol.path, name, api);
  if (!member) return { value: foreign };
  return { value: valueOfSymbol(member, api, { kind: 'symbol', symbol }), symbol: member };
}

function nested(path: string, name: string, api: ApiNames): ApiSymbol | undefined {
  return api.lookup(`${path}.${name}`);
}

function ofInstance(value: Value & { kind: 'instance' }, name: string, api: ApiNames): Member {
  // `super().__init__` is the class, whose parameters are those of its constructor
  const symbol = name === '__init__' ? api.lookup(value.path) : api.member(value.path, name);
  if (symbol) return { value: valueOfSymbol(symbol, api, value), symbol };
  const given = keptParameter(api.lookup(value.path), name);
  if (given) return { value: given.type === undefined ? unknown : valueOfType(given.type, { api }) };
  // a DataFrame gives its columns as attributes: their names are the reader's own
  const other = name.startsWith('__') ? undefined : api.member(value.path, '__getattr__');
  return { value: other?.returns === undefined ? foreign : valueOfType(other.returns, { api, self: value }) };
}

/** Spark's types keep what they are made with: `field.dataType` is what `StructField` was given. */
export function keptParameter(owner: ApiSymbol | undefined, name: string): ApiParameter | undefined {
  if (owner?.kind !== 'class' || !owner.path.startsWith('pyspark.sql.types.')) return undefined;
  return owner.parameters?.find((parameter) => parameter.name === name);
}

/** The alternatives must agree on the symbol, or be the same one before and after it moved. */
function ofUnion(value: Value, name: string, evaluator: Evaluator, depth: number): Member | null {
  const known = partsOf(value).filter((part) => part.kind !== 'unknown');
  const parts = withMember(known, name, evaluator.api);
  const members = parts.map((part) => memberOf(part, name, evaluator, depth + 1));
  const [first, ...others] = members;
  const symbol = first?.symbol;
  const partly = known.length < partsOf(value).length;
  const agree = symbol && others.every((other) => other?.symbol && sameName(other.symbol, symbol));
  const result = union([...members.map((member) => member?.value ?? null), partly ? unknown : null]);
  return agree ? { value: result, symbol, partly } : { value: result };
}

/** `df[name]` is a column, or for a list of names a DataFrame: what one of them alone has is that one's. */
function withMember(parts: Value[], name: string, api: ApiNames): Value[] {
  const either = parts.every(({ kind, ...of }) => kind === 'instance' && 'path' in of && columnOrFrame.has(of.path));
  const having = either ? parts.filter((part) => part.kind === 'instance' && api.member(part.path, name)) : [];
  return having.length > 0 ? having : parts;
}

const columnOrFrame: ReadonlySet<string> = new Set(['pyspark.sql.Column', 'pyspark.sql.DataFrame']);

/** `airflow.operators.bash.BashOperator` and the class that it became. */
export function sameName(a: ApiSymbol, b: ApiSymbol): boolean {
  if (a.path === b.path) return true;
  const [as, bs] = [a.path.split('.'), b.path.split('.')];
  const last = a.kind === 'class' || a.kind === 'function' || a.kind === 'attribute' ? 1 : 2;
  return as[0] === 'airflow' && as[0] === bs[0] && as.slice(-last).join() === bs.slice(-last).join();
}

function ofBuiltin({ name, args }: Value & { kind: 'builtin' }, member: string): Value {
  const [first = unknown, second = unknown] = args;
  const returns = (value: Value): Value => ({ kind: 'callable', parameters: [], returns: value });
  if (name === 'dict') {
    if (['get', 'pop', 'setdefault'].includes(member)) return returns(second);
    if (member === 'values') return returns(builtin('iterator', second));
    if (member === 'keys') return returns(builtin('iterator', first));
    if (member === 'items') return returns(builtin('iterator', builtin('tuple', first, second)));
  }
  if (name === 'list' && member === 'pop') return returns(first);
  if (name === 'list' && member === 'copy') return returns(builtin('list', first));
  return foreign;
}
