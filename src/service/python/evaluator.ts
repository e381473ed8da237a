import type { SyntaxNode } from '@lezer/common';
import type { ApiNames, ApiSymbol } from '../../catalogue/api';
import type { Value } from './values';

/** What one expression's evaluation asks of the others. */
export interface Evaluator {
  readonly text: string;
  readonly api: ApiNames;
  /** The value of an expression; null while that very expression is being asked for. */
  typeOf(node: SyntaxNode | null | undefined): Value | null;
  /** The value of an annotation. */
  annotated(node: SyntaxNode): Value;
  /** What a name means, seen from a node. */
  nameAt(name: string, at: SyntaxNode): NameMeaning;
  /** What a function of this file returns, for these arguments. */
  returned(definition: SyntaxNode, call: SyntaxNode | null): Value | null;
  /** What a name surely stands for where nothing else is known of it. */
  usual(name: string, at?: SyntaxNode): Value;
  /** The path that an import gave a name, where all that bind it agree. */
  importedPath(name: string, at: SyntaxNode): string | null;
  /** The symbol that a member of an unknown receiver surely is. */
  guess(member: SyntaxNode, name: string): ApiSymbol | undefined;
  /** The names that a class's body binds, and what methods assign to `self.…`. */
  classMember(definition: SyntaxNode, name: string, self: Value): Member | null;
}

export interface NameMeaning {
  value: Value | null;
  /** Every way to it is an import. */
  imported: boolean;
  /** No scope of the file binds it. */
  free: boolean;
}

export interface Member {
  value: Value | null;
  /** The inventory's symbol, where the member is one. */
  symbol?: ApiSymbol;
  /** One of the ways to the receiver is not known; the others agree. */
  partly?: boolean;
}
