import { fromSnippetSyntax } from './snippetSyntax';
import type { CatalogueIndex, EntryKind, Page, RelatedEntry, SnippetPage } from './types';

/**
 * A page as it lies in a shard: without what the index, the page itself or the editor's snippet files say already.
 * Half a thousand pages are shipped; what stands twice is paid for twice.
 */
export type StoredPage = Omit<Page, 'related'> & { related: string[] };

/** Bodies of the editor's snippet files, by the snippet's prefix. */
export type SnippetBodies = (page: SnippetPage) => Promise<string>;

/** What the index says of every page of a kind, so that the page need not. */
const saidByIndex: Record<EntryKind, readonly string[]> = {
  topic: ['title', 'summary', 'headings'],
  tool: ['title', 'summary', 'toolKind', 'category', 'formerly', 'documentation'],
  comparison: ['title'],
  snippet: ['title', 'summary', 'tool', 'prefix', 'language', 'code', 'snippet'],
  term: ['title', 'summary', 'aliases'],
  guide: [],
  landscape: [],
};

export function packPage(page: Page): StoredPage {
  const stored: Record<string, unknown> = { ...page, related: page.related.map(({ kind, id }) => `${kind}:${id}`) };
  for (const key of saidByIndex[page.kind]) delete stored[key];
  if (page.kind === 'comparison') stored.table = { ...page.table, title: undefined, references: undefined };
  if (page.kind === 'topic' || page.kind === 'tool') delete stored.comparisons;
  return stored as unknown as StoredPage;
}

/** The page as it was packed. Embedded tables are left empty: they are pages of their own. */
export async function unpackPage(stored: StoredPage, index: CatalogueIndex, bodyOf: SnippetBodies): Promise<Page> {
  const said = indexEntry(stored.kind, stored.id, index);
  const related = stored.related.flatMap((key) => relatedEntry(key, index));
  const page = { ...stored, ...said, related } as unknown as Page;
  switch (page.kind) {
    case 'comparison':
      return { ...page, table: { ...page.table, title: page.title, references: page.references } };
    case 'topic':
    case 'tool':
      return { ...page, comparisons: [] };
    case 'snippet': {
      const snippet = await bodyOf(page);
      return { ...page, snippet, code: fromSnippetSyntax(snippet) };
    }
    default:
      return page;
  }
}

/** An entry's line in the index, under the names that its page gives the same things. */
function indexEntry(kind: EntryKind, id: string, index: CatalogueIndex): Partial<Page> {
  const find = <T extends { id: string }>(entries: readonly T[]) => entries.find((entry) => entry.id === id);
  const { topics, tools, comparisons, snippets, terms } = index;
  switch (kind) {
    case 'topic': {
      const { title, summary, sections: headings } = find(topics) ?? {};
      return { title, summary, headings };
    }
    case 'tool': {
      const { name: title, kind: toolKind, summary, category, formerly, documentation } = find(tools) ?? {};
      return { title, summary, toolKind, category, formerly, documentation };
    }
    case 'comparison':
      return { title: find(comparisons)?.title };
    case 'snippet': {
      const { title, description: summary, tool, prefix, language } = find(snippets) ?? {};
      return { title, summary, tool, prefix, language };
    }
    case 'term': {
      const { name: title, summary, aliases } = find(terms) ?? {};
      return { title, summary, aliases };
    }
    default:
      return {};
  }
}

function relatedEntry(key: string, index: CatalogueIndex): RelatedEntry[] {
  const [kind, id] = key.split(':') as [EntryKind, string];
  const { title } = indexEntry(kind, id, index);
  return title === undefined ? [] : [{ kind, id, title }];
}
