import type { SyntaxNode } from '@lezer/common';
import type { ApiSymbol } from '../../catalogue/api';
import { commonMembers } from './common';
import { textOf } from './imports';
import type { Resolver } from './resolver';

/** Names that everybody gives to objects of these classes; they choose among classes that share a member's name. */
const usualNames: ReadonlyMap<string, string> = new Map([
  ['spark', 'pyspark.sql.SparkSession'],
  ['spark_session', 'pyspark.sql.SparkSession'],
  ['sc', 'pyspark.SparkContext'],
  ['sqlContext', 'pyspark.sql.SQLContext'],
  ['df', 'pyspark.sql.DataFrame'],
]);

/** Parts of an inventory that take the names of another package's: they count only where the file imports them. */
const echoes = ['pyspark.pandas', 'pyspark.ml', 'pyspark.mllib'];

/**
 * The member of an unknown receiver: only where no object of Python itself or of the usual packages has a member of that
 * name, one class of an API that the file imports has it, and the code uses it as that class means it.
 */
export function guessMember(member: SyntaxNode, name: string, resolver: Resolver): ApiSymbol | undefined {
  if (commonMembers.has(name) || name.startsWith('_') || name.length < 4) return undefined;
  const owners = resolver.api.owners(name).filter((owner) => resolver.imports(owner));
  const receiver = receiverName(member, resolver);
  const usual = receiver === undefined ? undefined : usualNames.get(receiver);
  const owner = owners.length === 1 ? owners[0] : owners.find((path) => path === usual);
  const symbol = owner === undefined ? undefined : resolver.api.member(owner, name);
  if (!symbol) return undefined;
  const called = member.parent?.name === 'CallExpression' && member.parent.firstChild?.from === member.from;
  if (symbol.kind === 'method') return called ? symbol : undefined;
  return symbol.kind === 'property' && !called && owner === usual ? symbol : undefined;
}

/** `spark` in `spark.x` and in `self.spark.x`. */
function receiverName(member: SyntaxNode, { text }: Resolver): string | undefined {
  const object = member.firstChild;
  const name = object?.name === 'MemberExpression' ? object.lastChild : object;
  return name?.name === 'VariableName' || name?.name === 'PropertyName' ? textOf(name, text) : undefined;
}

/** Whether a file that imports these paths speaks of a class. */
export function speaksOf(owner: string, imports: readonly string[]): boolean {
  const part = echoes.find((echo) => owner.startsWith(`${echo}.`)) ?? owner.split('.')[0] ?? owner;
  return imports.some((path) => path === part || path.startsWith(`${part}.`));
}
