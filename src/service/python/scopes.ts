import type { SyntaxNode } from '@lezer/common';
import type { Binding as FileBinding } from './bindings';
import { childrenOf, readImport, textOf } from './imports';
import type { FileNames } from './names';
import { scopeNames } from './syntax';

/** One place where a scope gives a name a meaning. */
export interface Binding {
  /** Offset from which it holds, in the scope's own text order. */
  from: number;
  /** The dotted path that an import gave it; null for everything else: an assignment, a parameter, a function. */
  path: string | null;
  isModule: boolean;
  /** `x = None` in the handler of a failed import is a stand-in, not another meaning. */
  fallback: boolean;
}

/** What an import bound a name to. */
export interface Imported {
  /** Dotted path. */
  path: string;
  /** `import a` binds a module; what `from a import b` binds may be one or not. */
  isModule: boolean;
}

type Scope = Map<string, Binding[]>;

/** Answers what a name means at a place, scope by scope, reading a scope only when it is asked about. */
export class PythonScopes {
  readonly #text: string;
  readonly #names: FileNames;
  readonly #scopes = new Map<number, Scope>();

  /** `names` are those of the file's outermost scope, which is too large to be read as one. */
  constructor(text: string, names: FileNames) {
    this.#text = text;
    this.#names = names;
  }

  /** What `name` was imported as, seen from `at`; null when it is anything else or not certain. */
  resolve(name: string, at: SyntaxNode): Imported | null {
    let inner = true;
    for (let node = enclosingScope(at); node; node = node.parent && enclosingScope(node.parent)) {
      // names of a class body are not seen from its methods
      if (inner || node.name !== 'ClassDefinition') {
        const bindings = node.parent ? this.#scope(node).get(name) : this.#ofFile(name);
        if (bindings) return decide(bindings, inner && !isDeferred(node) ? at.from : null);
      }
      if (node.name !== 'ClassDefinition' && isDeferred(node)) inner = false;
    }
    return null;
  }

  #ofFile(name: string): Binding[] | undefined {
    const found = this.#names.bindingsOf(name).flatMap((binding) => (binding.name === name ? ofFile(binding) : []));
    return found.length > 0 ? found : undefined;
  }

  #scope(node: SyntaxNode): Scope {
    // a definition and its first parameter never begin at the same place, but a comprehension and its element can
    const key = node.from * 16 + [...scopeNames].indexOf(node.name);
    let scope = this.#scopes.get(key);
    if (!scope) {
      scope = new Map();
      collectBindings(node, this.#text, scope);
      this.#scopes.set(key, scope);
    }
    return scope;
  }
}

/** A binding of the outermost scope, without what leaves a name's meaning as it is. */
function ofFile({ node, from, source }: FileBinding): Binding[] {
  if (source.how === 'import') return [{ from, path: source.path, isModule: source.isModule, fallback: false }];
  if (source.how === 'update' || node.parent?.name === 'AsPattern') return [];
  return [{ from: node.from, path: null, isModule: false, fallback: isFallback(node) }];
}

function enclosingScope(node: SyntaxNode): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent) if (scopeNames.has(at.name)) return at;
  return null;
}

/** Code in a function or lambda runs later, when every binding of the outer scope has been made. */
function isDeferred(node: SyntaxNode): boolean {
  return node.name === 'FunctionDefinition' || node.name === 'LambdaExpression';
}

/**
 * In the same run of code the last binding before `at` holds. Seen from a function that runs later, all
 * bindings count, and they must agree.
 */
function decide(bindings: Binding[], at: number | null): Imported | null {
  const meant = bindings.some((binding) => binding.path !== null) ? bindings.filter((one) => !one.fallback) : bindings;
  const seen = at === null ? meant : meant.filter((binding) => binding.from <= at);
  if (seen.length === 0) return null;
  if (at !== null) return imported(seen.at(-1));
  const root = seen[0]?.path?.split('.')[0];
  return seen.every((binding) => binding.path?.split('.')[0] === root) ? imported(seen[0]) : null;
}

function imported(binding: Binding | undefined): Imported | null {
  return binding?.path ? { path: binding.path, isModule: binding.isModule } : null;
}

function collectBindings(scopeNode: SyntaxNode, text: string, scope: Scope): void {
  const bind = (name: string, binding: Binding) => {
    const bindings = scope.get(name);
    if (bindings) bindings.push(binding);
    else scope.set(name, [binding]);
  };
  const bindNode = (node: SyntaxNode) =>
    bind(textOf(node, text), { from: node.from, path: null, isModule: false, fallback: isFallback(node) });
  const visit = (node: SyntaxNode) => {
    if (node.name === 'ImportStatement') {
      const isModule = node.firstChild?.name === 'import';
      for (const { name, path } of readImport(node, text).names) {
        if (name !== undefined) bind(name, { from: node.from, path, isModule, fallback: false });
      }
      return;
    }
    for (const target of bindingTargets(node, scopeNode)) bindNode(target);
    if (node !== scopeNode && scopeNames.has(node.name)) return;
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(scopeNode);
}

/** The names that this node binds in the scope that holds it. */
function bindingTargets(node: SyntaxNode, scopeNode: SyntaxNode): SyntaxNode[] {
  switch (node.name) {
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return node === scopeNode
        ? []
        : childrenOf(node)
            .filter((child) => child.name === 'VariableName')
            .slice(0, 1);
    case 'ParamList':
      return node.parent && same(node.parent, scopeNode) ? parameters(node) : [];
    case 'AssignStatement':
      return assignTargets(node);
    case 'ForStatement':
      return targetsBetween(node, 'for', 'in');
    case 'WithStatement':
    case 'TryStatement':
      return afterAs(node);
    case 'CapturePattern':
    case 'NamedExpression':
    case 'TypeDefinition':
      return childrenOf(node)
        .filter((child) => child.name === 'VariableName')
        .slice(0, 1);
    case 'DeleteStatement':
    case 'ScopeStatement':
      return childrenOf(node).filter((child) => child.name === 'VariableName');
    default:
      return node === scopeNode && node.name.endsWith('ComprehensionExpression')
        ? targetsBetween(node, 'for', 'in')
        : [];
  }
}

function same(a: SyntaxNode, b: SyntaxNode): boolean {
  return a.from === b.from && a.to === b.to && a.name === b.name;
}

function parameters(list: SyntaxNode): SyntaxNode[] {
  const children = childrenOf(list);
  return children.filter((child, index) => child.name === 'VariableName' && children[index - 1]?.name !== 'AssignOp');
}

function assignTargets(node: SyntaxNode): SyntaxNode[] {
  const children = childrenOf(node);
  const last = children.map((child) => child.name).lastIndexOf('AssignOp');
  const left = last < 0 ? children : children.slice(0, last);
  return left.flatMap(targetNames);
}

/** Names between every pair of keywords: `for a, (b, c) in` binds three. */
function targetsBetween(node: SyntaxNode, open: string, close: string): SyntaxNode[] {
  const targets: SyntaxNode[] = [];
  let inside = false;
  for (const child of childrenOf(node)) {
    if (child.name === open) inside = true;
    else if (child.name === close) inside = false;
    else if (inside) targets.push(...targetNames(child));
  }
  return targets;
}

function afterAs(node: SyntaxNode): SyntaxNode[] {
  const children = childrenOf(node);
  return children.flatMap((child, index) => (children[index - 1]?.name === 'as' ? targetNames(child) : []));
}

function targetNames(node: SyntaxNode): SyntaxNode[] {
  if (node.name === 'VariableName') return [node];
  const nested = ['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression'].includes(node.name);
  return nested ? childrenOf(node).flatMap(targetNames) : [];
}

/** Inside `except ImportError:` of a try statement. */
function isFallback(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name !== 'Body' || at.parent?.name !== 'TryStatement') continue;
    for (let before = at.prevSibling; before && before.name !== 'Body'; before = before.prevSibling) {
      if (before.name === 'except') return true;
    }
  }
  return false;
}
