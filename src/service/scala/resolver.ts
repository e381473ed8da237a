import type { ApiNames, ApiSymbol } from '../../catalogue/api';
import { Expressions } from './expressions';
import type { Imported } from './imports';
import type { Binding } from './levels';
import type { ScalaScopes } from './scopes';
import type { ScalaTokens } from './tokens';
import { foreign, instance, settled, unknown, type Value } from './values';

/** Names that a notebook, a shell or a test's base class gives: where nothing in the file binds them. */
const usualNames: ReadonlyMap<string, string> = new Map([
  ['spark', 'org.apache.spark.sql.SparkSession'],
  ['sparkSession', 'org.apache.spark.sql.SparkSession'],
  ['sc', 'org.apache.spark.SparkContext'],
  ['sparkContext', 'org.apache.spark.SparkContext'],
  ['sqlContext', 'org.apache.spark.sql.SQLContext'],
]);

/** Methods that implicit conversions add to a class of the API. */
const extensions: ReadonlyMap<string, string> = new Map([
  ['org.apache.spark.rdd.RDD', 'org.apache.spark.rdd.PairRDDFunctions'],
]);

/** Members that `import spark.implicits._` gives to collections. */
const holder = 'org.apache.spark.sql.DatasetHolder';

/** What Scala itself brings under these names: nothing of the API, but `toDF` is found on it. */
const collections: ReadonlySet<string> = new Set([
  'Array',
  'IndexedSeq',
  'List',
  'Map',
  'Option',
  'Range',
  'Seq',
  'Set',
  'Some',
  'Vector',
]);

const deepest = 40;

/** What names and expressions of one version of a file mean. */
export class Resolver {
  readonly tokens: ScalaTokens;
  readonly api: ApiNames;
  readonly scopes: ScalaScopes;
  readonly #expressions: Expressions;
  readonly #values = new Map<number, Value>();
  /** By the last token of an imported path and the length of the path. */
  readonly #paths = new Map<string, Value>();
  #depth = 0;

  constructor(tokens: ScalaTokens, scopes: ScalaScopes, api: ApiNames) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.api = api;
    this.#expressions = new Expressions(this);
  }

  /** The value of the expression between two tokens; `end` exclusive. */
  evaluate(start: number, end: number): Value {
    return this.#within(() => this.#expressions.evaluate(start, end));
  }

  /** The value of what a dot at `index` follows. */
  receiver(index: number): Value {
    return this.#within(() => this.#expressions.receiver(index));
  }

  /** What stands left of a name between two operands: `df select "a"`. Null where the name is no such operator. */
  infixLeft(index: number): Value | null {
    return this.#within(() => this.#expressions.infixLeft(index));
  }

  /** What a name means that nothing qualifies. */
  nameValue(index: number, name = this.tokens.word(index)): Value {
    const found = this.scopes.find(name, index, (wildcard) => this.fromWildcard(wildcard, name));
    if (found.binding) return this.bindingValue(found.binding);
    return found.given ?? this.#unbound(name);
  }

  #unbound(name: string): Value {
    const usual = usualNames.get(name);
    if (usual !== undefined && this.api.lookup(usual)) return instance(usual);
    if (collections.has(name)) return foreign;
    const root = this.api.lookup(name);
    return root?.kind === 'module' ? { kind: 'package', path: name } : unknown;
  }

  bindingValue(binding: Binding): Value {
    switch (binding.kind) {
      case 'template':
        return { kind: 'own', open: binding.open };
      case 'type':
        return binding.is === undefined ? unknown : this.typeValue(binding.is);
      case 'import':
        return this.#importedFrom(binding.imported, binding.at);
      case 'opaque':
        return unknown;
      case 'value': {
        const value = this.#definitionValue(binding);
        return binding.method && binding.parameters ? { kind: 'result', of: value } : value;
      }
    }
  }

  #definitionValue({ at, type, from, plain }: Binding & { kind: 'value' }): Value {
    const known = this.#values.get(at);
    if (known) return known;
    // a definition that leads back to itself
    this.#values.set(at, unknown);
    const value =
      type !== undefined ? this.typeValue(type, plain) : from ? settled(this.evaluate(from[0], from[1])) : unknown;
    this.#values.set(at, value);
    return value;
  }

  /** An imported path; its root may be a name of the file: `import spark.implicits._`. */
  pathValue(path: readonly string[], at: number): Value {
    const symbol = this.api.lookup(path.join('.'));
    if (symbol && path.length > 1) return this.symbolValue(symbol);
    const [root = '', ...rest] = path;
    if (/^(?:org|com|net|io|java|javax|scala)$/.test(root)) return foreign;
    let value = this.#within(() => this.nameValue(at, root));
    for (const name of rest) value = this.member(value, name).value;
    return value;
  }

  /** What an `import x._` gives under a name; undefined where it gives nothing known. */
  fromWildcard({ imported, at }: Binding & { kind: 'import' }, name: string): Value | undefined {
    const inside = this.#importedFrom(imported, at);
    if (inside.kind === 'unknown' || inside.kind === 'foreign') return undefined;
    const { symbol, value } = this.member(inside, name);
    return symbol || value.kind === 'package' || value.kind === 'own' ? value : undefined;
  }

  /** What a symbol is where its name stands in an expression. */
  symbolValue(symbol: ApiSymbol, self?: string): Value {
    if (symbol.kind === 'module') return { kind: 'package', path: symbol.path };
    if (symbol.kind === 'class') return { kind: 'object', path: symbol.path };
    const { returns } = symbol;
    const result =
      returns === 'Self' ? (self === undefined ? unknown : instance(self)) : returns ? instance(returns) : unknown;
    return { kind: 'method', symbol, result };
  }

  #importedFrom({ path, segments }: Imported, at: number): Value {
    const key = `${segments.at(-1)} ${path.length}`;
    let value = this.#paths.get(key);
    if (!value) {
      // its root may be looked for among the other imports, which may lead back here
      this.#paths.set(key, unknown);
      value = this.#within(() => this.pathValue(path, at));
      this.#paths.set(key, value);
    }
    return value;
  }

  /** Whether a class around a token extends something that this file does not hold. */
  inheritsForeign(index: number): boolean {
    for (const open of this.scopes.bracesAround(index)) {
      const parents = this.scopes.parents(open);
      if (parents.some((parent) => this.nameValue(parent).kind !== 'own')) return true;
    }
    return false;
  }

  /** A member of a value, with the symbol that it is. Foreign where the value surely has none of that name in the API. */
  member(of: Value, name: string): { value: Value; symbol?: ApiSymbol } {
    const value = settled(of);
    switch (value.kind) {
      case 'instance':
        return this.#instanceMember(value.path, name);
      case 'object':
      case 'package': {
        const symbol = this.api.lookup(`${value.path}.${name}`);
        const isInside = symbol && (symbol.kind !== 'method' || symbol.static || value.kind === 'package');
        if (isInside) return { value: this.symbolValue(symbol), ...(symbol.kind !== 'module' && { symbol }) };
        return { value: foreign };
      }
      case 'own': {
        const found = value.open < 0 ? undefined : this.scopes.lastIn(value.open, name);
        return { value: found && found.kind !== 'import' ? this.#within(() => this.bindingValue(found)) : unknown };
      }
      default:
        return value.kind === 'foreign' ? this.#extension(name) : { value: unknown };
    }
  }

  #instanceMember(path: string, name: string): { value: Value; symbol?: ApiSymbol } {
    const more = extensions.get(path);
    const own = this.api.member(path, name) ?? (more === undefined ? undefined : this.api.member(more, name));
    const nested = own ?? this.api.lookup(`${path}.${name}`);
    if (!nested && extensions.has(path)) return this.#extension(name);
    // a method that somebody added: what it gives, nobody knows
    if (!nested || nested.static) return { value: unknown };
    return { value: this.symbolValue(nested, path), symbol: nested };
  }

  /** `Seq(1).toDF("a")`, where the file imports the conversions. */
  #extension(name: string): { value: Value; symbol?: ApiSymbol } {
    const isKnown = (name === 'toDF' || name === 'toDS') && this.tokens.text.includes('implicits');
    const symbol = isKnown ? this.api.member(holder, name) : undefined;
    return symbol ? { value: this.symbolValue(symbol, holder), symbol } : { value: foreign };
  }

  /** What a value gives when arguments follow it. */
  applied(value: Value): Value {
    switch (value.kind) {
      case 'method':
        return value.result;
      case 'result':
        return value.of;
      case 'object': {
        const apply = this.api.lookup(`${value.path}.apply`);
        return apply?.static && apply.returns !== undefined ? instance(apply.returns) : this.#made(value.path);
      }
      case 'instance': {
        const apply = this.api.member(value.path, 'apply');
        return apply?.returns !== undefined && !apply.static ? instance(apply.returns) : unknown;
      }
      case 'own':
        return value;
      default:
        return value.kind === 'foreign' ? foreign : unknown;
    }
  }

  /** `StructField(…)`: the companion of a case class makes one. */
  #made(path: string): Value {
    return /\.types\.[A-Z]\w*$|\.Row$/.test(path) ? instance(path) : unknown;
  }

  /** The type that is written from a token on: `Dataset[Row]`, `a.b.C`. */
  typeValue(index: number, plain = false): Value {
    const { value, end } = this.#typePath(index);
    if (plain) return value;
    const next = this.tokens.is(end, '[') ? this.tokens.partner(end) + 1 : end;
    if (this.tokens.is(next, '=>') || this.tokens.is(next, '#')) return unknown;
    return value;
  }

  #typePath(index: number): { value: Value; end: number } {
    const { tokens } = this;
    let at = tokens.is(index, '=>') ? index + 1 : index;
    let value = this.#within(() => this.nameValue(at));
    while (tokens.is(at + 1, '.')) {
      value = this.member(value, tokens.word(at + 2)).value;
      at += 2;
    }
    const path = value.kind === 'object' ? value.path : undefined;
    return { value: path === undefined ? (value.kind === 'own' ? value : foreign) : instance(path), end: at + 1 };
  }

  #within<T extends Value | null>(evaluate: () => T): T {
    if (this.#depth > deepest) return unknown as T;
    this.#depth++;
    try {
      return evaluate();
    } finally {
      this.#depth--;
    }
  }
}
