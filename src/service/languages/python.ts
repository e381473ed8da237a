import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ApiNames } from '../../catalogue/api';
import type { Names } from '../names';
import { isNotebookSource, kindOfCells, type NotebookKind } from '../notebook/kind';
import { pythonOf, sqlCellAt } from '../notebook/magics';
import { ParseCache } from '../parseCache';
import { placeAt } from '../python/completionPlace';
import { readImport, textOf, type WrittenPath } from '../python/imports';
import { FileNames, type Summaries } from '../python/names';
import { mentionAt, type PythonMention } from '../python/position';
import { Resolver } from '../python/resolver';
import { PythonScopes, type Imported } from '../python/scopes';
import type { CompletionPlace } from './completionPlace';
import type { HoverLanguage, LanguageContext, ToolMention } from './language';

interface Analysis {
  version: number;
  tree: Tree;
  root: SyntaxNode;
  text: string;
  scopes: PythonScopes;
  names: FileNames;
  /** Null for a file that is no notebook. */
  notebook: NotebookKind | null;
  /** What its names mean by the API's names that were asked with last. */
  resolver?: Resolver;
}

/** Python: imports, names bound by them, dotted uses, and `.format("…")` of Spark readers and writers. */
export class Python implements HoverLanguage {
  readonly #cache = new ParseCache(parser, codeOf);
  readonly #analyses = new Map<string, Analysis>();
  readonly #summaries: Summaries = new WeakMap();

  mentionAt(document: TextDocument, offset: number, { names, symbols = false }: LanguageContext): ToolMention | null {
    const analysis = this.#analyse(document);
    const node = analysis && leafAt(analysis.root, offset);
    if (!node) return null;
    if (node.name === 'VariableName') return mentionOfName(node, analysis, names, symbols);
    if (node.name === 'PropertyName') return mentionOfProperty(node, analysis, names);
    if (node.name === 'String') return mentionOfFormat(node, analysis, names);
    return null;
  }

  /** The paths of APIs that the document speaks of: those that it imports, and what a notebook has without an import. */
  apiPaths(document: TextDocument): string[] {
    const analysis = this.#analyse(document);
    if (!analysis) return [];
    const paths = analysis.names.imports();
    const usesPipelines = paths.some((path) => path === 'dlt' || path.startsWith('dlt.'));
    const session = hasSession(analysis) ? ['pyspark.sql'] : [];
    return [...paths, ...session, ...(usesPipelines ? ['pyspark.pipelines'] : [])];
  }

  /** The symbol, parameter or string of an API that stands at an offset. */
  apiMentionAt(document: TextDocument, offset: number, api: ApiNames): PythonMention | null {
    const analysis = this.#analyse(document);
    if (!analysis) return null;
    const node = leafAt(analysis.root, offset);
    return node ? mentionAt(node, offset, this.#resolver(analysis, api)) : mentionInSqlCell(document, offset, analysis);
  }

  /** What may be written at an offset. */
  completionAt(document: TextDocument, offset: number, api: ApiNames): CompletionPlace | null {
    const analysis = this.#analyse(document);
    if (!analysis) return null;
    const node = leafAt(analysis.root, offset) ?? analysis.root.resolveInner(offset, -1);
    return placeAt(node, offset, this.#resolver(analysis, api));
  }

  #resolver(analysis: Analysis, api: ApiNames): Resolver {
    if (analysis.resolver?.api === api) return analysis.resolver;
    const { tree, text, notebook } = analysis;
    return (analysis.resolver = new Resolver(tree, text, api, this.#summaries, notebook));
  }

  /** The comment or docstring around an offset. */
  proseAt(document: TextDocument, offset: number): { start: number; end: number } | null {
    const root = this.#analyse(document)?.root;
    const node = root?.resolveInner(offset, 1);
    const at = node && isProse(node) ? node : root?.resolveInner(offset, -1);
    return at && isProse(at) ? { start: at.from, end: at.to } : null;
  }

  /** Tools that the file imports. */
  toolsIn(document: TextDocument, names: Names): Set<string> {
    const analysis = this.#analyse(document);
    const paths = analysis ? importedPaths(analysis) : [];
    return new Set(paths.flatMap((path) => names.longestPrefix('python', path, '.')?.toolId ?? []));
  }

  forget(uri: string): void {
    this.#cache.forget(uri);
    this.#analyses.delete(uri);
  }

  #analyse(document: TextDocument): Analysis | null {
    const known = this.#analyses.get(document.uri);
    if (known?.version === document.version) return known;
    const parsed = this.#cache.parse(document);
    if (!parsed) return null;
    const { tree, text, version } = parsed;
    const names = new FileNames(tree, text, this.#summaries);
    const notebook = kindOfCells(document) ?? (isNotebookSource(text) ? 'databricks' : null);
    const scopes = new PythonScopes(text, names);
    const analysis: Analysis = { version, tree, root: tree.topNode, text, scopes, names, notebook };
    this.#analyses.set(document.uri, analysis);
    return analysis;
  }
}

/** What Python sees of a document: of a notebook's cells not the magics. */
function codeOf(document: TextDocument): string {
  const kind = kindOfCells(document);
  return kind ? pythonOf(document.getText(), kind) : document.getText();
}

/** A session of Spark is there without an import. */
function hasSession({ notebook, text }: Analysis): boolean {
  return notebook === 'databricks' || notebook === 'spark' || (notebook !== null && /\bspark\b/.test(text));
}

/** SQL in a cell of its own, which runs on the notebook's Spark. */
function mentionInSqlCell(document: TextDocument, offset: number, analysis: Analysis): PythonMention | null {
  const { notebook, names } = analysis;
  if (!notebook) return null;
  if (notebook === 'jupyter' && !names.imports().some((path) => /^pyspark\b/.test(path))) return null;
  const cell = sqlCellAt(document.getText(), offset, notebook);
  if (!cell) return null;
  const { start, text } = cell;
  return { kind: 'sql', of: '%sql', parameter: '', start, end: start + text.length, text, offset: offset - start };
}

/** The token under the caret; at the end of a word, that word. */
function leafAt(root: SyntaxNode, offset: number): SyntaxNode | null {
  const right = root.resolveInner(offset, 1);
  if (isLeaf(right) && right.from <= offset && offset < right.to) return right;
  const left = root.resolveInner(offset, -1);
  return isLeaf(left) && offset <= left.to ? left : null;
}

/** A comment, or a string that is a statement of its own. */
function isProse(node: SyntaxNode): boolean {
  return node.name === 'Comment' || (node.name === 'String' && node.parent?.name === 'ExpressionStatement');
}

function isLeaf(node: SyntaxNode): boolean {
  return ['VariableName', 'PropertyName', 'String', 'FormatString'].includes(node.name);
}

function mentionOfName(
  node: SyntaxNode,
  { text, scopes }: Analysis,
  names: Names,
  symbols: boolean,
): ToolMention | null {
  if (node.parent?.name === 'ImportStatement') return mentionInImport(node, node.parent, text, names);
  // the name of a keyword argument or a binding is the reader's own word
  if (isKeyword(node) || isDefinition(node)) return null;
  const imported = scopes.resolve(textOf(node, text), node);
  return imported && (symbols || standsForTool(node, imported, names)) ? mention(node, imported.path, names) : null;
}

/**
 * A module stands for its tool wherever its name is used; a class or function that came from it is its own thing.
 * What `from a import b` binds is taken for a module where the tables name it, or where it is in lower case and
 * something is taken out of it: `F` of `from pyspark.sql import functions as F`, in `F.col`.
 */
function standsForTool(node: SyntaxNode, { path, isModule }: Imported, names: Names): boolean {
  if (isModule || names.exact('python', path) !== undefined) return true;
  const isObject = node.parent?.name === 'MemberExpression' && node.parent.firstChild?.from === node.from;
  return isObject && /^[a-z_][a-z0-9_]*$/.test(path.slice(path.lastIndexOf('.') + 1));
}

function mentionInImport(node: SyntaxNode, statement: SyntaxNode, text: string, names: Names): ToolMention | null {
  const { paths, names: bound } = readImport(statement, text);
  const written = paths.find((path) => path.segments.some((segment) => segment.from === node.from));
  if (written) return written.relative ? null : mention(node, pathUpTo(written, node, text), names);
  const alias = bound.find((name) => name.nameNode?.from === node.from);
  return alias?.path ? mention(node, alias.path, names) : null;
}

function pathUpTo({ segments, base }: WrittenPath, node: SyntaxNode, text: string): string {
  const upTo = segments.filter((segment) => segment.from <= node.from);
  return base + upTo.map((segment) => textOf(segment, text)).join('.');
}

function isKeyword(node: SyntaxNode): boolean {
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
}

function isDefinition(node: SyntaxNode): boolean {
  return node.parent?.name === 'FunctionDefinition' || node.parent?.name === 'ClassDefinition';
}

/**
 * `sql` in `pyspark.sql.SparkSession`: only while the path is still a module's, which is certain where the table
 * names it or an import of this file goes through it. What comes after is an attribute, another kind of entry.
 */
function mentionOfProperty(node: SyntaxNode, analysis: Analysis, names: Names): ToolMention | null {
  const member = node.parent;
  const path = member?.name === 'MemberExpression' ? dottedPath(member, analysis) : null;
  if (path === null) return null;
  const isModule =
    names.exact('python', path) !== undefined ||
    importedPaths(analysis).some((imported) => imported === path || imported.startsWith(`${path}.`));
  return isModule ? mention(node, path, names) : null;
}

/** The import path that a chain of names stands for, or null when it does not start at an import. */
function dottedPath(node: SyntaxNode, { text, scopes }: Analysis): string | null {
  const properties: string[] = [];
  let at: SyntaxNode | null = node;
  while (at?.name === 'MemberExpression') {
    const property: SyntaxNode | null = at.lastChild;
    if (property?.name !== 'PropertyName') return null;
    properties.unshift(textOf(property, text));
    at = at.firstChild;
  }
  if (at?.name !== 'VariableName') return null;
  const root = scopes.resolve(textOf(at, text), at);
  return root && [root.path, ...properties].join('.');
}

/** `"delta"` in `spark.read.format("delta")`, in a file that imports Spark. */
function mentionOfFormat(node: SyntaxNode, analysis: Analysis, names: Names): ToolMention | null {
  const call = node.parent?.name === 'ArgList' && node.prevSibling?.name === '(' ? node.parent.parent : null;
  const callee = call?.firstChild;
  if (callee?.name !== 'MemberExpression' || callee.lastChild === null) return null;
  if (textOf(callee.lastChild, analysis.text) !== 'format' || !startsFromReaderOrWriter(callee, analysis.text))
    return null;
  if (!importedPaths(analysis).some((path) => path === 'pyspark' || path.startsWith('pyspark.'))) return null;
  const value = /^["']([\w.-]+)["']$/.exec(textOf(node, analysis.text))?.[1];
  const toolId = value === undefined ? undefined : names.exact('sparkFormats', value.toLowerCase());
  return toolId === undefined ? null : { start: node.from + 1, end: node.to - 1, toolId };
}

function startsFromReaderOrWriter(callee: SyntaxNode, text: string): boolean {
  for (let at: SyntaxNode | null = callee.firstChild; at; at = at.firstChild) {
    if (at.name !== 'MemberExpression' || !at.lastChild) continue;
    if (['read', 'write', 'readStream', 'writeStream'].includes(textOf(at.lastChild, text))) return true;
  }
  return false;
}

function importedPaths(analysis: Analysis): string[] {
  return analysis.names.imports();
}

function mention(node: SyntaxNode, path: string, names: Names): ToolMention | null {
  const match = names.longestPrefix('python', path, '.');
  return match ? { start: node.from, end: node.to, toolId: match.toolId } : null;
}
