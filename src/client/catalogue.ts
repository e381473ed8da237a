import * as vscode from 'vscode';
import { CatalogueSearch } from '../catalogue/search';
import type { CatalogueIndex, ComparisonPage, EntryKind, EntryLink, Page } from '../catalogue/types';

/** The compiled catalogue beside the extension, read file by file when it is asked for. */
export class Catalogue {
  readonly #root: vscode.Uri;
  #index: Promise<CatalogueIndex> | undefined;
  #search: Promise<CatalogueSearch> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.#root = vscode.Uri.joinPath(extensionUri, 'dist', 'catalogue');
  }

  index(): Promise<CatalogueIndex> {
    return (this.#index ??= this.readText('index.json').then((text) => JSON.parse(text) as CatalogueIndex));
  }

  search(): Promise<CatalogueSearch> {
    return (this.#search ??= this.index().then((index) => new CatalogueSearch(index)));
  }

  /** An entry's page with the tables that it embeds, or undefined when there is no such entry. */
  async page(link: EntryLink): Promise<Page | undefined> {
    if (!(await this.has(link.kind, link.id))) return undefined;
    const page = JSON.parse(await this.readText(`pages/${link.kind}/${link.id}.json`)) as Page;
    if (page.kind !== 'topic' && page.kind !== 'tool') return page;
    const embedded = page.blocks.flatMap((block) => (block.type === 'comparison' ? block.id : []));
    const tables = await Promise.all(embedded.map((id) => this.page({ kind: 'comparison', id })));
    return { ...page, comparisons: tables.flatMap((table) => (table ? (table as ComparisonPage).table : [])) };
  }

  async has(kind: EntryKind, id: string): Promise<boolean> {
    const { topics, tools, comparisons, snippets, terms } = await this.index();
    const entries = { topic: topics, tool: tools, comparison: comparisons, snippet: snippets, term: terms }[kind];
    return entries.some((entry) => entry.id === id);
  }

  /** The text of a file below `catalogue/`. Refuses paths that lead out of it. */
  async readText(path: string): Promise<string> {
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*\.json$/.test(path)) throw new Error(`not a file of the catalogue: ${path}`);
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#root, path));
    return new TextDecoder().decode(bytes);
  }
}
