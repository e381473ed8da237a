import type { SyntaxNode, Tree } from '@lezer/common';
import type { ApiNames, ApiSymbol } from '../../catalogue/api';
import { isNotebookSource, type NotebookKind } from '../notebook/kind';
import { collectBindings, isStandIn, type Binding } from './bindings';
import { bindingValue } from './bindingValues';
import { classMember, readAttributes, type AttributeAssignment } from './classes';
import { commonPackages } from './common';
import type { Evaluator, Member, NameMeaning } from './evaluator';
import { evaluate } from './expressions';
import { reachingBindings } from './flow';
import { isDbtModel, returned } from './functions';
import { classOfRun, guessMember, speaksOf } from './guess';
import { childrenOf, textOf } from './imports';
import { valueOfSymbol } from './members';
import { FileNames, type Summaries } from './names';
import { checkedValue } from './narrowing';
import { ownOperator } from './operators';
import { isComprehension, scopeOf, stringText } from './syntax';
import { documentedPath } from './paths';
import { isSpark } from './sparkFile';
import { isUnionType, valueOfType } from './typeValues';
import { usedHere } from './usage';
import { foreign, instance, union, unknown, type Value } from './values';
import { wellKnownName } from './wellKnown';

/** How deep one value may rest on others; far more than code written by people needs. */
const deepest = 600;
/** How many expressions one question may ask about. */
const mostSteps = 12_000;

/** More bindings of one name than this are valued one after the other. */
const longChain = 24;

/** What the names and expressions of one version of a file mean. Everything is computed when asked for, and kept. */
export class Resolver implements Evaluator {
  readonly text: string;
  readonly api: ApiNames;
  readonly tree: Tree;
  readonly names: FileNames;
  readonly #values = new Map<number, Value | null>();
  readonly #scopes = new Map<string, Map<string, Binding[]>>();
  readonly #bindingValues = new Map<Binding, Value | null>();
  readonly #usages = new Map<Binding, Value>();
  readonly #returns = new Map<number, Value | null>();
  readonly #attributes = new Map<number, Map<string, AttributeAssignment[]>>();
  #globals: Map<string, Binding[]> | undefined;
  #depth = 0;
  #steps = 0;
  /** Expressions that were asked for while they were being asked for. */
  readonly #cycles = new Set<number>();
  /** Null for a file that is no notebook. */
  readonly notebook: NotebookKind | null;
  #usesSpark: boolean | undefined;

  constructor(
    tree: Tree,
    text: string,
    api: ApiNames,
    summaries: Summaries,
    notebook: NotebookKind | null = isNotebookSource(text) ? 'databricks' : null,
  ) {
    this.tree = tree;
    this.text = text;
    this.api = api;
    this.names = new FileNames(tree, text, summaries);
    this.notebook = notebook;
  }

  /** A new question from outside: it may take as many steps as any. */
  ask<T>(question: () => T): T {
    this.#depth = 0;
    this.#steps = 0;
    return question();
  }

  typeOf(node: SyntaxNode | null | undefined): Value | null {
    if (!node) return unknown;
    return this.#kept(this.#values, node.from * 4_194_304 + node.to, () => evaluate(node, this));
  }

  annotated(node: SyntaxNode): Value {
    const text = stringText(node, this.text) ?? textOf(node, this.text);
    const resolve = (name: string) => this.dotted(name, node);
    const alias = (name: string) => this.#alias(name, node);
    return valueOfType(text, { api: this.api, resolve, alias });
  }

  /** What `Frame = Union[A, B]` stands for in an annotation; null for any other name. */
  #alias(name: string, at: SyntaxNode): Value | null {
    const bindings = this.#bindingsAt(name, at) ?? [];
    const types = bindings.map(({ source }) => (source.how === 'assign' ? source.value[0] : undefined));
    if (!types.some((type) => type && isUnionType(type, this.text))) return null;
    return this.#within(() => union(types.map((type) => (type ? this.annotated(type) : unknown))));
  }

  returned(definition: SyntaxNode, call: SyntaxNode | null): Value | null {
    return this.#kept(this.#returns, definition.from, () => returned(definition, call, this));
  }

  classMember(definition: SyntaxNode, name: string, self: Value): Member | null {
    return classMember(definition, name, self, this);
  }

  nameAt(name: string, at: SyntaxNode): NameMeaning {
    const found = this.#bindingsAt(name, at);
    if (!found) {
      const value = wellKnownName(name, this);
      return { value: value ?? unknown, imported: false, free: value === null };
    }
    const bindings = found.filter((binding) => !isStandIn(binding, found));
    const value = bindings.length > 0 ? union(bindings.map((binding) => this.#valueOf(binding, name))) : unknown;
    return {
      value,
      imported: bindings.length > 0 && bindings.every(({ source }) => source.how === 'import'),
      free: false,
    };
  }

  /** The bindings of a name that hold at a node; null where no scope around it binds the name. */
  #bindingsAt(name: string, at: SyntaxNode): Binding[] | null {
    let deferred = false;
    let inner = true;
    let use = at;
    for (let scope = scopeOf(at); ;) {
      if (inner || scope.name !== 'ClassDefinition') {
        const bindings = this.scopeBindings(scope, name);
        const redirected = bindings.some(({ source }) => source.how === 'global');
        const here = redirected ? [] : this.#holding(bindings, use, scope, deferred);
        if (here.length > 0 || (scope.name === 'Script' && bindings.some((binding) => binding.name !== undefined)))
          return here;
      }
      if (scope.name === 'FunctionDefinition') deferred = true;
      if (scope.name !== 'ClassDefinition' && !isComprehension(scope)) inner = false;
      if (scope.name === 'Script') return null;
      use = scope;
      scope = scopeOf(scope);
    }
  }

  #holding(all: readonly Binding[], use: SyntaxNode, scope: SyntaxNode, deferred: boolean): Binding[] {
    if (all.length === 0) return [];
    const exact = all.filter(({ name }) => name !== undefined);
    // a star import gives a name only where nothing else does
    const bindings = exact.length > 0 && exact.length < all.length && !deferred ? all : exact.length > 0 ? exact : all;
    if (deferred) return bindings.filter(({ source }) => source.how !== 'delete');
    if (bindings.length > longChain) this.#warm(bindings, use);
    return reachingBindings(bindings, use, scope);
  }

  /** `df = df.…` a hundred times over: asked in the order of the text, each rests on the one before, not on all of them. */
  #warm(bindings: readonly Binding[], use: SyntaxNode): void {
    for (const binding of bindings) {
      if (binding.from > use.from) return;
      if (binding.name !== undefined && !this.#bindingValues.has(binding)) this.#valueOf(binding, binding.name);
    }
  }

  /** The bindings that a scope makes of a name; star imports count where the module has that name. */
  scopeBindings(scope: SyntaxNode, name: string): Binding[] {
    if (scope.name === 'Script') {
      const own = this.names.bindingsOf(name).filter((binding) => this.#mayBind(binding, name));
      const global = this.#globalBindings().get(name);
      return global ? [...own, ...global] : own;
    }
    const all = this.scope(scope);
    const stars = (all.get('') ?? []).filter((binding) => this.#mayBind(binding, name));
    const own = all.get(name) ?? [];
    return stars.length > 0 ? [...own, ...stars].sort((a, b) => a.from - b.from) : own;
  }

  #mayBind({ name, source }: Binding, wanted: string): boolean {
    if (name !== undefined) return name === wanted;
    return source.how === 'import' && source.path !== null && this.api.exports(source.path).includes(wanted);
  }

  /** All bindings of a scope that is not the whole file, by name; star imports under the empty name. */
  scope(scope: SyntaxNode): Map<string, Binding[]> {
    const key = `${scope.from} ${scope.name}`;
    let found = this.#scopes.get(key);
    if (!found) {
      found = new Map();
      for (const binding of collectBindings(scope, this.text, this.tree)) {
        const name = binding.name ?? '';
        const known = found.get(name);
        if (known) known.push(binding);
        else found.set(name, [binding]);
      }
      this.#scopes.set(key, found);
    }
    return found;
  }

  /** What the methods of a class assign to `self`. */
  attributes(definition: SyntaxNode): Map<string, AttributeAssignment[]> {
    let found = this.#attributes.get(definition.from);
    if (!found) this.#attributes.set(definition.from, (found = readAttributes(definition, this.text)));
    return found;
  }

  /** What functions assign to names that they declare `global`. */
  #globalBindings(): Map<string, Binding[]> {
    if (this.#globals) return this.#globals;
    const globals = (this.#globals = new Map<string, Binding[]>());
    for (const offset of this.names.globals()) {
      const statement = this.tree.resolveInner(offset, 1).parent;
      if (statement?.name !== 'ScopeStatement') continue;
      const scope = scopeOf(statement);
      if (scope.name === 'Script') continue;
      for (const declared of childrenOf(statement)) {
        if (declared.name !== 'VariableName') continue;
        const name = textOf(declared, this.text);
        const assigned = (this.scope(scope).get(name) ?? []).filter(({ source }) => source.how !== 'global');
        if (assigned.length > 0) globals.set(name, [...(globals.get(name) ?? []), ...assigned]);
      }
    }
    return globals;
  }

  #valueOf(binding: Binding, name: string): Value | null {
    if (binding.source.how === 'import') return this.imported(binding.source.path, binding.name, name);
    const known = this.#bindingValues.get(binding);
    if (known !== undefined) return known;
    this.#bindingValues.set(binding, null);
    const value = this.#within(() => bindingValue(binding, this));
    if (value === null) this.#bindingValues.delete(binding);
    else this.#bindingValues.set(binding, value);
    return value;
  }

  /** What an import binds: the path's symbol or module. */
  imported(path: string | null, bound: string | undefined, name: string): Value {
    if (path === null) return unknown;
    const full = this.#known(bound === undefined ? `${path}.${name}` : path);
    const symbol = this.api.lookup(full);
    if (symbol?.kind === 'module') return { kind: 'module', path: symbol.path };
    if (symbol) return valueOfSymbol(symbol, this.api);
    const root = full.split('.')[0] ?? '';
    return commonPackages.has(root) || this.api.lookup(root) ? foreign : unknown;
  }

  /** `dlt`, the former name of `pyspark.pipelines` on Databricks; another package has that name too. */
  #known(path: string): string {
    if (!/^dlt\b/.test(path)) return documentedPath(path, this.api);
    return this.notebook === 'databricks' || this.usesSpark ? `pyspark.pipelines${path.slice(3)}` : path;
  }

  /** The symbol that `from … import …` names. */
  importedSymbol(path: string): ApiSymbol | undefined {
    return this.api.lookup(this.#known(path));
  }

  /** The path that an import gave a name, where all that bind it agree. */
  importedPath(name: string, at: SyntaxNode): string | null {
    const found = this.#bindingsAt(name, at) ?? [];
    const paths = found
      .filter((binding) => !isStandIn(binding, found))
      .map((binding) => {
        if (binding.source.how !== 'import' || binding.source.path === null) return null;
        return binding.name === undefined ? `${binding.source.path}.${name}` : binding.source.path;
      });
    const [first] = paths;
    return first !== undefined && paths.every((path) => path === first) ? first : null;
  }

  /** The expression that a name was set to, where nothing else can have set it. */
  assignedAt(name: string, at: SyntaxNode): SyntaxNode | null {
    const [binding, ...others] = this.#bindingsAt(name, at) ?? [];
    if (!binding || others.length > 0 || binding.source.how !== 'assign') return null;
    const { value, unpack } = binding.source;
    return value.length === 1 && unpack.length === 0 ? (value[0] ?? null) : null;
  }

  /** The `dbt` of `def model(dbt, session)`. */
  isDbt(node: SyntaxNode): boolean {
    if (node.name !== 'VariableName') return false;
    const [binding, ...others] = this.#bindingsAt(textOf(node, this.text), node) ?? [];
    if (!binding || others.length > 0 || binding.source.how !== 'parameter') return false;
    return isDbtModel(binding.source.definition, this.text);
  }

  /** Whether the file imports the part of an API that a class belongs to. */
  imports(owner: string): boolean {
    return speaksOf(owner, this.names.imports()) && (!owner.endsWith('.SQLContext') || /sqlcontext/i.test(this.text));
  }

  /**
   * `spark` in a file that imports Spark: a fixture's, a parameter or what another module gives is the session. Likewise
   * `ti` and `dag_run` in a file that imports Airflow. At a place also what the code around it says of the name.
   */
  usual(name: string, at?: SyntaxNode): Value {
    if ((name === 'spark' || name === 'spark_session') && this.usesSpark) return instance('pyspark.sql.SparkSession');
    const path = classOfRun(name, this.names.imports());
    if (path !== undefined) return instance(path);
    if (!at) return unknown;
    const checked = checkedValue(at, this);
    if (checked.kind !== 'unknown') return checked;
    const operator = ownOperator(name, at, this);
    return operator.kind === 'unknown' ? usedHere(name, at, this, this.#usages) : operator;
  }

  /** The binding of a name, where one alone can hold, and that is no import. */
  readonly boundAt = (name: string, at: SyntaxNode): Binding | null => {
    const [binding, ...others] = this.#bindingsAt(name, at) ?? [];
    return binding && others.length === 0 && binding.name === name && binding.source.how !== 'import' ? binding : null;
  };

  guess(member: SyntaxNode, name: string): ApiSymbol | undefined {
    return guessMember(member, name, this);
  }

  get usesSpark(): boolean {
    return (this.#usesSpark ??= this.names.imports().some((path) => isSpark(path, this.text)));
  }

  /** The value of a dotted name in an annotation; null where nothing binds it. */
  dotted(path: string, at: SyntaxNode): Value | null {
    const [first = '', ...rest] = path.split('.');
    const meaning = this.nameAt(first, at);
    if (meaning.free) return null;
    let value = meaning.value;
    for (const name of rest) {
      if (value?.kind !== 'module') return value?.kind === 'unknown' ? unknown : foreign;
      value = this.imported(`${value.path}.${name}`, name, name);
    }
    return value;
  }

  #kept(memo: Map<number, Value | null>, key: number, compute: () => Value | null): Value | null {
    const known = memo.get(key);
    if (known !== undefined) {
      if (known === null) this.#cycles.add(key);
      return known;
    }
    memo.set(key, null);
    let value = this.#within(compute);
    // a loop leads back here: once more, knowing what the way into the loop gives
    if (value !== null && this.#cycles.delete(key)) {
      memo.set(key, value);
      value = union([value, this.#within(compute)]);
    }
    if (value === null) memo.delete(key);
    else memo.set(key, value);
    return value;
  }

  #within(compute: () => Value | null): Value | null {
    if (this.#depth >= deepest || this.#steps++ > mostSteps) return unknown;
    this.#depth++;
    try {
      return compute();
    } finally {
      this.#depth--;
    }
  }
}
