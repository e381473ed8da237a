import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { childrenOf, readImport, textOf } from './imports';
import { childNamed, isComprehension, parametersOf, scopeNames } from './syntax';

/** How a scope gives a name its value. */
export type Source =
  | { how: 'import'; path: string | null; isModule: boolean }
  /** `value` is empty for a bare annotation. `unpack` leads from the value to the name: in `a, (b, c) = …`, c is at [1, 1]. */
  | { how: 'assign'; value: SyntaxNode[]; annotation: SyntaxNode | null; unpack: number[] }
  | { how: 'update'; statement: SyntaxNode }
  | { how: 'for'; iterable: SyntaxNode[]; unpack: number[] }
  | { how: 'with'; context: SyntaxNode; unpack: number[] }
  | { how: 'parameter'; definition: SyntaxNode }
  | { how: 'definition'; definition: SyntaxNode }
  | { how: 'delete' }
  | { how: 'global' }
  | { how: 'other' };

export interface Binding {
  /** Missing for `from a import *`, which binds whatever the module has. */
  name: string | undefined;
  node: SyntaxNode;
  /** Offset from which it holds. */
  from: number;
  source: Source;
}

export interface Range {
  from: number;
  to: number;
}

/** Bindings that a scope makes itself, in the order of the text; of a whole file only those between two offsets. */
export function collectBindings(scope: SyntaxNode, text: string, tree: Tree, range?: Range): Binding[] {
  const found: Binding[] = [];
  const add: Add = (node, from, source, name = textOf(node, text)) => found.push({ name, node, from, source });
  if (scope.name === 'FunctionDefinition' || scope.name === 'LambdaExpression') {
    for (const { node } of parametersOf(scope)) add(node, node.from, { how: 'parameter', definition: scope });
  } else if (isComprehension(scope)) readFor(scope, add);
  const enter = (ref: SyntaxNodeRef) => {
    const nested = scopeNames.has(ref.name);
    if (!nested && !bindingNames.has(ref.name)) return undefined;
    if (nested && ref.from === scope.from && ref.to === scope.to && ref.name === scope.name) return undefined;
    if (range && (ref.from < range.from || ref.from >= range.to)) return !nested;
    if (!nested || isDefinition(ref.name)) readBinding(ref.node, text, add, found);
    return nested ? false : undefined;
  };
  if (range) tree.iterate({ ...range, enter });
  else scope.cursor().iterate(enter);
  return found.sort((a, b) => a.from - b.from);
}

function isDefinition(name: string): boolean {
  return name === 'FunctionDefinition' || name === 'ClassDefinition';
}

type Add = (node: SyntaxNode, from: number, source: Source, name?: string) => void;

const bindingNames: ReadonlySet<string> = new Set([
  'ImportStatement',
  'AssignStatement',
  'UpdateStatement',
  'ForStatement',
  'WithStatement',
  'TryStatement',
  'CapturePattern',
  'AsPattern',
  'NamedExpression',
  'TypeDefinition',
  'DeleteStatement',
  'ScopeStatement',
]);

function readBinding(node: SyntaxNode, text: string, add: Add, found: Binding[]): void {
  switch (node.name) {
    case 'ImportStatement':
      return readImported(node, text, found);
    case 'AssignStatement':
      return readAssignment(node, add);
    case 'UpdateStatement':
      if (node.firstChild?.name === 'VariableName') add(node.firstChild, node.to, { how: 'update', statement: node });
      return;
    case 'ForStatement':
      return readFor(node, add);
    case 'WithStatement':
      return readWith(node, add);
    case 'NamedExpression': {
      const [target, , value] = childrenOf(node);
      const source: Source = { how: 'assign', value: value ? [value] : [], annotation: null, unpack: [] };
      if (target?.name === 'VariableName') add(target, node.to, source);
      return;
    }
    case 'FunctionDefinition':
    case 'ClassDefinition': {
      const name = childNamed(node, 'VariableName');
      if (name) add(name, node.to, { how: 'definition', definition: node });
      return;
    }
    default:
      return readPlain(node, add);
  }
}

function readPlain(node: SyntaxNode, add: Add): void {
  const how = node.name === 'DeleteStatement' ? 'delete' : node.name === 'ScopeStatement' ? 'global' : 'other';
  const only = how === 'other' && node.name !== 'TryStatement';
  for (const child of childrenOf(node)) {
    if (child.name !== 'VariableName') continue;
    if (node.name === 'TryStatement' && child.prevSibling?.name !== 'as') continue;
    add(child, child.from, { how });
    if (only) return;
  }
}

function readImported(node: SyntaxNode, text: string, found: Binding[]): void {
  const isModule = node.firstChild?.name === 'import';
  for (const { name, path, nameNode } of readImport(node, text).names) {
    found.push({ name, node: nameNode ?? node, from: node.from, source: { how: 'import', path, isModule } });
  }
}

function readAssignment(node: SyntaxNode, add: Add): void {
  const sides: SyntaxNode[][] = [[]];
  let annotation: SyntaxNode | null = null;
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (child.name === 'TypeDef') annotation = child.lastChild;
    else if (child.name !== 'Comment') sides.at(-1)?.push(child);
  }
  const value = sides.length > 1 ? (sides.pop() ?? []) : [];
  for (const side of sides) {
    eachTarget(side, [], (target, unpack) => add(target, node.to, { how: 'assign', value, annotation, unpack }));
  }
}

/** The targets between every pair of `for` and `in`: of a loop one, of a comprehension one or more. */
function readFor(node: SyntaxNode, add: Add): void {
  let targets: SyntaxNode[] = [];
  let iterable: SyntaxNode[] = [];
  let side: 'before' | 'targets' | 'iterable' = 'before';
  const end = (at: number) => {
    const source = { how: 'for' as const, iterable };
    eachTarget(targets, [], (target, unpack) => add(target, at, { ...source, unpack }));
  };
  for (const child of childrenOf(node)) {
    if (child.name === 'for') {
      end(node.from);
      [side, targets, iterable] = ['targets', [], []];
    } else if (child.name === 'in') side = 'iterable';
    else if (['if', 'else', 'Body', 'async', ']', ')', '}'].includes(child.name)) side = 'before';
    else if (side === 'targets') targets.push(child);
    else if (side === 'iterable') iterable.push(child);
  }
  end(isComprehension(node) ? node.from : (iterable.at(-1)?.to ?? node.from));
}

function readWith(node: SyntaxNode, add: Add): void {
  const children = childrenOf(node);
  children.forEach((child, index) => {
    const context = children[index - 2];
    if (children[index - 1]?.name !== 'as' || !context) return;
    eachTarget([child], [], (target, unpack) => add(target, child.from, { how: 'with', context, unpack }));
  });
}

/** Names in a target: `[a]` for `a = …`, with commas for `a, b = …`. */
function eachTarget(side: SyntaxNode[], at: number[], found: (target: SyntaxNode, unpack: number[]) => void): void {
  if (at.length > 8) return;
  const items = side.filter((node) => node.name !== ',' && node.name !== '*' && node.name !== 'Comment');
  const isTuple = side.length > 1;
  items.forEach((node, index) => {
    const unpack = isTuple ? [...at, index] : at;
    if (node.name === 'VariableName') found(node, unpack);
    else if (node.name === 'ParenthesizedExpression') eachTarget(inner(node), unpack, found);
    else if (node.name === 'TupleExpression' || node.name === 'ArrayExpression') {
      inner(node)
        .filter((child) => child.name !== ',' && child.name !== '*')
        .forEach((child, position) => eachTarget([child], [...unpack, position], found));
    }
  });
}

function inner(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).slice(1, -1);
}

/** Inside the handler of a try statement. */
export function handlerOf(node: SyntaxNode): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at && !scopeNames.has(at.name); at = at.parent) {
    if (at.name !== 'Body' || at.parent?.name !== 'TryStatement') continue;
    for (let before = at.prevSibling; before && before.name !== 'Body'; before = before.prevSibling) {
      if (before.name === 'except') return at.parent;
    }
  }
  return null;
}

/** What an `except ImportError:` binds to a name that its `try:` imports is a stand-in, not another meaning. */
export function isStandIn(binding: Binding, all: readonly Binding[]): boolean {
  if (all.length < 2) return false;
  const { source, node } = binding;
  const statement = handlerOf((source.how === 'definition' && source.definition.parent) || node);
  if (!statement) return false;
  return all.some(
    (other) =>
      other.source.how === 'import' &&
      other.source.path !== null &&
      other.node.from >= statement.from &&
      other.node.to <= statement.to &&
      handlerOf(other.node)?.from !== statement.from,
  );
}
