import * as vscode from 'vscode';
import { compareTools, fewestCompared, mostCompared, toolsInId } from '../catalogue/compare';
import { landscapeId, landscapePage } from '../catalogue/landscape';
import { followRedirect } from '../catalogue/links';
import { FullText } from '../catalogue/fullText';
import { CatalogueSearch } from '../catalogue/search';
import { snippetName } from '../catalogue/snippetSyntax';
import { unpackPage, type StoredPage } from '../catalogue/stored';
import {
  entryKinds,
  type CatalogueIndex,
  type ComparisonPage,
  type ComparisonTable,
  type EntryKind,
  type EntryLink,
  type Page,
  type SnippetPage,
  type ToolPage,
} from '../catalogue/types';

/** One of VS Code's snippet files: by `snippetName`. */
type SnippetFile = Record<string, { body: string[] }>;

/** The compiled catalogue beside the extension, read file by file when it is asked for. */
export class Catalogue {
  readonly #root: vscode.Uri;
  #index: Promise<CatalogueIndex> | undefined;
  #search: Promise<CatalogueSearch> | undefined;
  #fullText: Promise<FullText> | undefined;
  readonly #shards = new Map<string, Promise<Record<string, StoredPage>>>();
  readonly #snippetFiles = new Map<string, Promise<SnippetFile>>();

  constructor(extensionUri: vscode.Uri) {
    this.#root = vscode.Uri.joinPath(extensionUri, 'dist', 'catalogue');
  }

  index(): Promise<CatalogueIndex> {
    return (this.#index ??= this.readText('index.json').then((text) => JSON.parse(text) as CatalogueIndex));
  }

  search(): Promise<CatalogueSearch> {
    return (this.#search ??= this.index().then((index) => new CatalogueSearch(index)));
  }

  /** Where a link leads today; ids out of use have redirects. */
  async follow(link: EntryLink): Promise<EntryLink> {
    return followRedirect(link, (await this.index()).redirects);
  }

  /** What the pages say, to be searched; the name of an entry is found by `search`. */
  fullText(): Promise<FullText> {
    this.#fullText ??= this.#readAll();
    this.#fullText.catch(() => (this.#fullText = undefined));
    return this.#fullText;
  }

  async #readAll(): Promise<FullText> {
    const index = await this.index();
    const files = entryKinds.flatMap((kind) => index.shards[kind].map((_, number) => shardFile(kind, number)));
    const shards = await Promise.all(files.map((file) => this.#shard(file)));
    return new FullText(
      shards.flatMap((shard) => Object.values(shard)),
      index,
    );
  }

  /** An entry's page with the tables that it embeds, or undefined when there is no such entry. */
  async page(link: EntryLink): Promise<Page | undefined> {
    const compared = link.kind === 'comparison' ? toolsInId(link.id) : null;
    if (compared) return this.#compare(compared);
    if (link.kind === 'landscape') return link.id === landscapeId ? landscapePage(await this.index()) : undefined;
    const page = await this.#readPage(link);
    if (page?.kind !== 'topic' && page?.kind !== 'tool') return page;
    const embedded = page.blocks.flatMap((block) => (block.type === 'comparison' ? block.id : []));
    return { ...page, comparisons: await this.#tables(embedded) };
  }

  /** A comparison of tools, put together from their pages; undefined when one does not exist, or they are too few or too many. */
  async #compare(ids: readonly string[]): Promise<ComparisonPage | undefined> {
    if (ids.length < fewestCompared || ids.length > mostCompared) return undefined;
    const pages = await Promise.all(ids.map((id) => this.page({ kind: 'tool', id })));
    const tools = pages.flatMap((page) => (page?.kind === 'tool' ? page : ([] as ToolPage[])));
    if (tools.length < ids.length) return undefined;
    const { comparisons } = await this.index();
    const shared = comparisons.filter(
      ({ tools: held }) => ids.filter((id) => held.includes(id)).length >= fewestCompared,
    );
    return compareTools(tools, await this.#tables(shared.map(({ id }) => id)));
  }

  async #tables(ids: readonly string[]): Promise<ComparisonTable[]> {
    const pages = await Promise.all(ids.map((id) => this.page({ kind: 'comparison', id })));
    return pages.flatMap((page) => (page?.kind === 'comparison' ? page.table : []));
  }

  /** From the shard that holds it; shards stay in memory, since who reads one page reads its neighbours. */
  async #readPage({ kind, id }: EntryLink): Promise<Page | undefined> {
    const index = await this.index();
    const number = index.shards[kind].findIndex((ids) => ids.includes(id));
    if (number < 0) return undefined;
    const stored = (await this.#shard(shardFile(kind, number)))[id];
    return stored && unpackPage(stored, index, (page) => this.#snippetBody(page));
  }

  #shard(file: string): Promise<Record<string, StoredPage>> {
    let shard = this.#shards.get(file);
    if (!shard) {
      shard = this.readText(file).then((text) => JSON.parse(text) as Record<string, StoredPage>);
      this.#shards.set(file, shard);
      shard.catch(() => this.#shards.delete(file));
    }
    return shard;
  }

  /** A snippet's code is in the file that the editor completes from, and nowhere else. */
  async #snippetBody({ language, title, tool }: SnippetPage): Promise<string> {
    let file = this.#snippetFiles.get(language);
    if (!file) {
      file = this.#read(vscode.Uri.joinPath(this.#root, '..', 'snippets', `${language}.json`)).then(
        (text) => JSON.parse(text) as SnippetFile,
      );
      this.#snippetFiles.set(language, file);
      file.catch(() => this.#snippetFiles.delete(language));
    }
    return (await file)[snippetName(title, tool)]?.body.join('\n') ?? '';
  }

  /** The text of a file below `catalogue/`. Refuses paths that lead out of it. */
  async readText(path: string): Promise<string> {
    if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*\.json$/.test(path)) throw new Error(`not a file of the catalogue: ${path}`);
    return this.#read(vscode.Uri.joinPath(this.#root, path));
  }

  async #read(uri: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }
}

function shardFile(kind: EntryKind, number: number): string {
  return `pages/${kind}-${number}.json`;
}
