import type { SyntaxNode } from '@lezer/common';
import type { ApiSymbol } from '../../catalogue/api';

/** What an expression stands for, as far as the file and the inventory tell. */
export type Value =
  /** A module of the inventory. */
  | { kind: 'module'; path: string }
  /** A class, function or method of the inventory itself; `self` is what a method was taken from. */
  | { kind: 'symbol'; symbol: ApiSymbol; self?: Value }
  /** An instance of a class of the inventory. `args` are the arguments of a generic class. */
  | { kind: 'instance'; path: string; args: Value[] }
  /** A function or method of this file, `self` what a method was taken from. */
  | { kind: 'function'; node: SyntaxNode; self?: Value }
  | { kind: 'lambda'; node: SyntaxNode }
  | { kind: 'class'; node: SyntaxNode }
  | { kind: 'object'; node: SyntaxNode }
  /** A value of Python itself: `str`, `list` with its element, `dict` with key and value, `tuple` with each part, `iterator`. */
  | { kind: 'builtin'; name: string; args: Value[] }
  | { kind: 'callable'; parameters: Value[]; returns: Value }
  | { kind: 'union'; of: Value[] }
  /** Surely nothing of the inventory: a string, an instance of another package's class. */
  | { kind: 'foreign' }
  | { kind: 'none' }
  | { kind: 'unknown' };

export const unknown: Value = { kind: 'unknown' };
export const foreign: Value = { kind: 'foreign' };
export const none: Value = { kind: 'none' };

export function builtin(name: string, ...args: Value[]): Value {
  return { kind: 'builtin', name, args };
}

export function instance(path: string, args: Value[] = []): Value {
  return { kind: 'instance', path, args };
}

/** More alternatives than this are as good as unknown. */
const largestUnion = 8;

/**
 * One of several. Null stands for a value that is still being asked for (a cycle) and adds nothing; `None` adds
 * nothing where there is something else.
 */
export function union(values: readonly (Value | null)[]): Value | null {
  const parts: Value[] = [];
  for (const value of values) {
    if (!value) continue;
    for (const part of value.kind === 'union' ? value.of : [value]) {
      if (!parts.some((known) => sameValue(known, part))) parts.push(part);
    }
  }
  const some = parts.length > 1 ? parts.filter((part) => part.kind !== 'none') : parts;
  if (some.length > largestUnion) return unknown;
  return some.length > 1 ? { kind: 'union', of: some } : (some[0] ?? null);
}

/** The alternatives of a value. */
export function partsOf(value: Value): Value[] {
  return value.kind === 'union' ? value.of : [value];
}

function sameValue(a: Value, b: Value, depth = 0): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || depth > 4) return false;
  const same = (as: Value[], bs: Value[]) =>
    as.length === bs.length && as.every((one, index) => sameValue(one, bs[index] ?? unknown, depth + 1));
  if (a.kind === 'module' && b.kind === 'module') return a.path === b.path;
  if (a.kind === 'symbol' && b.kind === 'symbol') return a.symbol.path === b.symbol.path;
  if (a.kind === 'instance' && b.kind === 'instance') return a.path === b.path && same(a.args, b.args);
  if (a.kind === 'builtin' && b.kind === 'builtin') return a.name === b.name && same(a.args, b.args);
  if (a.kind === 'callable' && b.kind === 'callable') return sameValue(a.returns, b.returns, depth + 1);
  if ('node' in a && 'node' in b) return a.node.from === b.node.from;
  return a.kind === 'foreign' || a.kind === 'none' || a.kind === 'unknown';
}
