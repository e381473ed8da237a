import type { SyntaxNode } from '@lezer/common';

/** A name that an import statement brings into scope: `import a.b as c` binds `c` to `a.b`. */
export interface ImportedName {
  /** The local name; absent for `from a import *`. */
  name?: string;
  nameNode?: SyntaxNode;
  /** Dotted path it stands for; null for relative imports, which lead into the project itself. */
  path: string | null;
}

/** A dotted path written in an import statement, segment by segment. */
export interface WrittenPath {
  segments: SyntaxNode[];
  /** What stands before the first segment: `a.b.` for a name imported from `a.b`. */
  base: string;
  relative: boolean;
}

export interface ImportStatement {
  names: ImportedName[];
  paths: WrittenPath[];
}

export function readImport(node: SyntaxNode, text: string): ImportStatement {
  const children = childrenOf(node);
  return children[0]?.name === 'from' ? readFrom(children, text) : readPlain(children, text);
}

function readPlain(children: SyntaxNode[], text: string): ImportStatement {
  const statement: ImportStatement = { names: [], paths: [] };
  for (const part of splitAtCommas(children.slice(1))) {
    const [target, alias] = splitAtAs(part);
    const segments = target.filter((child) => child.name === 'VariableName');
    const first = segments[0];
    if (!first) continue;
    const path = segments.map((segment) => textOf(segment, text)).join('.');
    statement.paths.push({ segments, base: '', relative: false });
    if (alias) statement.names.push({ name: textOf(alias, text), nameNode: alias, path });
    // `import a.b` binds `a`
    else statement.names.push({ name: textOf(first, text), path: textOf(first, text) });
  }
  return statement;
}

function readFrom(children: SyntaxNode[], text: string): ImportStatement {
  const at = children.findIndex((child) => child.name === 'import');
  const head = children.slice(1, at < 0 ? undefined : at);
  const segments = head.filter((child) => child.name === 'VariableName');
  const relative = head[0]?.name === '.' || head[0]?.name === '...' || head[0]?.name === '..';
  const module = segments.map((segment) => textOf(segment, text)).join('.');
  const statement: ImportStatement = { names: [], paths: [{ segments, base: '', relative }] };
  for (const part of at < 0 ? [] : splitAtCommas(children.slice(at + 1))) {
    const [target, alias] = splitAtAs(part);
    const symbol = target.find((child) => child.name === 'VariableName');
    if (target.some((child) => child.name === '*')) statement.names.push({ path: relative ? null : module });
    if (!symbol) continue;
    const path = relative ? null : `${module}.${textOf(symbol, text)}`;
    statement.paths.push({ segments: [symbol], base: `${module}.`, relative });
    const nameNode = alias ?? symbol;
    statement.names.push({ name: textOf(nameNode, text), nameNode, path });
  }
  return statement;
}

function splitAtCommas(nodes: SyntaxNode[]): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

function splitAtAs(nodes: SyntaxNode[]): [target: SyntaxNode[], alias: SyntaxNode | undefined] {
  const at = nodes.findIndex((node) => node.name === 'as');
  if (at < 0) return [nodes, undefined];
  return [nodes.slice(0, at), nodes.slice(at + 1).find((node) => node.name === 'VariableName')];
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

export function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to);
}
