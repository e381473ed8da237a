import type { ApiSymbol } from '../../catalogue/api';

/** What an expression is, as far as the file and the API's names say. */
export type Value =
  /** An object of a class of the API. */
  | { kind: 'instance'; path: string }
  /** A singleton or companion, whose members stand below its path. */
  | { kind: 'object'; path: string }
  | { kind: 'package'; path: string }
  /** A method that has not got its arguments yet. */
  | { kind: 'method'; symbol: ApiSymbol; result: Value }
  /** A method of this file that takes arguments, and what it gives. */
  | { kind: 'result'; of: Value }
  /** A class or object of this file: the number of its opening brace. */
  | { kind: 'own'; open: number }
  /** Surely nothing of the API. */
  | { kind: 'foreign' }
  | { kind: 'unknown' };

export const unknown: Value = { kind: 'unknown' };
export const foreign: Value = { kind: 'foreign' };

export function instance(path: string): Value {
  return { kind: 'instance', path };
}

/** What stands where a method is named without arguments: what it gives. */
export function settled(value: Value): Value {
  return value.kind === 'method' ? value.result : value.kind === 'result' ? value.of : value;
}

/** The value of two branches: what both are. */
export function joined(a: Value, b: Value): Value {
  const [left, right] = [settled(a), settled(b)];
  return JSON.stringify(left) === JSON.stringify(right) ? left : unknown;
}
