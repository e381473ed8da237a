import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './imports';

/** Nodes that open a scope of names. */
export const scopeNames: ReadonlySet<string> = new Set([
  'Script',
  'FunctionDefinition',
  'ClassDefinition',
  'LambdaExpression',
  'ComprehensionExpression',
  'ArrayComprehensionExpression',
  'SetComprehensionExpression',
  'DictionaryComprehensionExpression',
]);

export function isComprehension(node: SyntaxNode): boolean {
  return node.name.endsWith('ComprehensionExpression');
}

export function sameNode(a: SyntaxNode, b: SyntaxNode): boolean {
  return a.from === b.from && a.to === b.to && a.name === b.name;
}

export function contains(node: SyntaxNode, inner: SyntaxNode): boolean {
  return node.from <= inner.from && inner.to <= node.to;
}

export function childNamed(node: SyntaxNode, name: string): SyntaxNode | null {
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name === name) return child;
  return null;
}

const marks = new Set([',', '(', ')', '[', ']', '{', '}', ':', 'Comment']);

/** Children without punctuation and comments. */
export function partsIn(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter((child) => !marks.has(child.name));
}

export interface Parameter {
  node: SyntaxNode;
  type: SyntaxNode | null;
  default: SyntaxNode | null;
  star: '' | '*' | '**';
}

/** The parameters of a function or lambda, in order. */
export function parametersOf(definition: SyntaxNode): Parameter[] {
  const list = childNamed(definition, 'ParamList');
  const parameters: Parameter[] = [];
  let star: Parameter['star'] = '';
  let afterEquals = false;
  for (const child of list ? childrenOf(list) : []) {
    const last = parameters.at(-1);
    if (child.name === '*' || child.name === '**') star = child.name;
    else if (child.name === ',') [star, afterEquals] = ['', false];
    else if (child.name === 'AssignOp') afterEquals = true;
    else if (child.name === 'TypeDef' && last) last.type = child.lastChild;
    else if (afterEquals && last) last.default ??= child;
    else if (child.name === 'VariableName') parameters.push({ node: child, type: null, default: null, star });
  }
  return parameters;
}

export interface Argument {
  /** Of a keyword argument. */
  name: SyntaxNode | null;
  value: SyntaxNode;
  star: '' | '*' | '**';
}

/** The arguments of a call or of a class statement, in order. */
export function argumentsOf(list: SyntaxNode | null): Argument[] {
  const found: Argument[] = [];
  let name: SyntaxNode | null = null;
  let star: Argument['star'] = '';
  for (let child = list?.firstChild ?? null; child; child = child.nextSibling) {
    if (child.name === '(' || child.name === ')' || child.name === 'Comment' || child.name === 'AssignOp') continue;
    if (child.name === ',') [name, star] = [null, ''];
    else if (child.name === '*' || child.name === '**') star = child.name;
    else if (child.nextSibling?.name === 'AssignOp') name = child;
    else found.push({ name, value: child, star });
  }
  return found;
}

/** The statements' list of a definition. */
export function bodyOf(node: SyntaxNode): SyntaxNode | null {
  return childNamed(node, 'Body');
}

/** The scope in which code at a node runs: what stands in a definition's head runs in the scope around it. */
export function scopeOf(node: SyntaxNode): SyntaxNode {
  let from = node;
  for (let at: SyntaxNode | null = node.parent; at; from = at, at = at.parent) {
    if (scopeNames.has(at.name) && isInside(at, from, node)) return at;
    if (!at.parent) return at;
  }
  return node;
}

function isInside(scope: SyntaxNode, child: SyntaxNode, node: SyntaxNode): boolean {
  if (scope.name === 'FunctionDefinition' || scope.name === 'ClassDefinition') return child.name === 'Body';
  if (scope.name === 'LambdaExpression') return child.name !== 'ParamList';
  return !isComprehension(scope) || !inFirstIterable(scope, node);
}

function inFirstIterable(comprehension: SyntaxNode, node: SyntaxNode): boolean {
  const opening = childNamed(comprehension, 'in');
  const iterable = opening?.nextSibling;
  return !!iterable && contains(iterable, node);
}

/** Where a string's content begins and ends, or null for an f-string or a broken one. */
export function stringContent(node: SyntaxNode, text: string): { start: number; end: number; raw: boolean } | null {
  if (node.name !== 'String') return null;
  const head = /^([a-zA-Z]{0,2})("""|'''|"|')/.exec(text.slice(node.from, Math.min(node.to, node.from + 5)));
  const quote = head?.[2];
  if (!head || quote === undefined) return null;
  const start = node.from + head[0].length;
  const closed = node.to - quote.length >= start && text.slice(node.to - quote.length, node.to) === quote;
  return { start, end: closed ? node.to - quote.length : node.to, raw: /r/i.test(head[1] ?? '') };
}

/** The text of a plain string, without reading its escapes. */
export function stringText(node: SyntaxNode | null | undefined, text: string): string | null {
  const content = node ? stringContent(node, text) : null;
  return content && text.slice(content.start, content.end);
}
