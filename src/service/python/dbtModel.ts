import type { SyntaxNode } from '@lezer/common';
import { dbtCallOf } from '../dbt/call';
import { textOf } from './imports';
import type { PythonMention } from './position';
import type { Resolver } from './resolver';
import { argumentsOf, stringContent, stringText } from './syntax';

/** `dbt.ref`, `dbt.config.get` in `def model(dbt, session)`. */
export function dbtMember(expression: SyntaxNode, object: SyntaxNode, resolver: Resolver): PythonMention | null {
  const path = textOf(expression, resolver.text);
  if (!/^dbt(?:\.\w+){1,2}$/.test(path)) return null;
  let root = object;
  while (root.name === 'MemberExpression' && root.firstChild) root = root.firstChild;
  if (!resolver.isDbt(root)) return null;
  const property = expression.lastChild;
  return property && dbtNames.has(path)
    ? {
        kind: 'symbol',
        start: property.from,
        end: property.to,
        path,
        symbol: { path, kind: path === 'dbt.this' ? 'attribute' : 'method' },
      }
    : null;
}

/** `dbt.ref("orders")`, `dbt.source("lake", "orders")`. */
export function dbtNameAt(node: SyntaxNode, offset: number, resolver: Resolver): PythonMention | null {
  const callee = node.parent?.name === 'ArgList' ? node.parent.parent?.firstChild : null;
  const path = callee?.name === 'MemberExpression' ? textOf(callee, resolver.text) : '';
  if (!/^dbt\.(?:ref|source)$/.test(path) || !callee?.firstChild || !resolver.isDbt(callee.firstChild)) return null;
  const content = stringContent(node, resolver.text);
  if (!content || offset < content.start || offset > content.end) return null;
  const given = argumentsOf(node.parent);
  const args = given.map(({ name, value }) => ({
    ...(name && { name: textOf(name, resolver.text) }),
    value: literal(value, resolver.text),
  }));
  const index = given.findIndex(({ value }) => value.from === node.from);
  const call = dbtCallOf(path.slice('dbt.'.length), args, index);
  return call && { kind: 'dbtName', call, start: content.start, end: content.end };
}

function literal(node: SyntaxNode, text: string): string | null {
  return node.name === 'Number' ? textOf(node, text) : stringText(node, text);
}

/** What dbt gives to a Python model. */
const dbtNames: ReadonlySet<string> = new Set([
  'dbt.ref',
  'dbt.source',
  'dbt.this',
  'dbt.config',
  'dbt.config.get',
  'dbt.config.meta_get',
  'dbt.is_incremental',
]);
