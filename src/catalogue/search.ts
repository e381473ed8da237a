import MiniSearch from 'minisearch';
import type { CatalogueIndex, EntryKind, EntryLink } from './types';

export interface SearchHit extends EntryLink {
  title: string;
  /** A few words on what it is. */
  description: string;
  /** A sentence. */
  detail: string;
}

/** Between equal matches: the thing itself before what is about it. */
const kindWeights: Record<EntryKind, number> = {
  tool: 2,
  topic: 1.4,
  comparison: 1.2,
  term: 1.2,
  snippet: 0.8,
  guide: 1.4,
  landscape: 1,
};

interface SearchDocument extends SearchHit {
  key: string;
  names: string[];
}

/** Typo-tolerant search over everything that has a page. Made once; answers in well under a frame. */
export class CatalogueSearch {
  readonly #engine: MiniSearch<SearchDocument>;
  readonly #documents: Map<string, SearchDocument>;

  constructor(index: CatalogueIndex) {
    const documents = searchDocuments(index);
    this.#documents = new Map(documents.map((document) => [document.key, document]));
    this.#engine = new MiniSearch<SearchDocument>({
      idField: 'key',
      fields: ['title', 'names', 'description', 'detail'],
      extractField: (document, field) => textOf(document[field as keyof SearchDocument]),
      searchOptions: {
        boost: { title: 6, names: 5, description: 2 },
        prefix: true,
        fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
        combineWith: 'AND',
        weights: { fuzzy: 0.3, prefix: 0.6 },
        boostDocument: (key: string) => kindWeights[key.slice(0, key.indexOf(':')) as EntryKind],
      },
    });
    this.#engine.addAll(documents);
  }

  /** Best first; everything, in the catalogue's order, for an empty query. */
  find(query: string, most = 50): SearchHit[] {
    const trimmed = query.trim();
    if (trimmed === '') return [...this.#documents.values()];
    const exact = this.#engine.search(trimmed);
    const results = exact.length > 0 ? exact : this.#engine.search(trimmed, { combineWith: 'OR' });
    const hits = results.slice(0, most).flatMap((result) => this.#documents.get(String(result.id)) ?? []);
    return [...hits.filter((hit) => isCalled(hit, trimmed)), ...hits.filter((hit) => !isCalled(hit, trimmed))];
  }
}

/** Whether people call the entry exactly this: then it is what they mean. */
function isCalled({ kind, title, names, description }: SearchDocument, query: string): boolean {
  const wanted = query.toLowerCase();
  // the tools that a table, a guide or a snippet is about are not what it is called
  const called = kind === 'snippet' ? [description] : kind === 'comparison' || kind === 'guide' ? [] : names;
  return [title, ...called].some((name) => name.toLowerCase() === wanted);
}

function textOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(' ') : (value ?? '');
}

function searchDocuments(index: CatalogueIndex): SearchDocument[] {
  const entry = (kind: EntryKind, id: string, parts: Omit<SearchDocument, 'key' | 'kind' | 'id'>): SearchDocument => ({
    key: `${kind}:${id}`,
    kind,
    id,
    ...parts,
  });
  return [
    entry('landscape', 'tools', {
      title: 'Landscape of tools',
      description: 'All tools on one page',
      detail: 'Every tool by what it does, to filter and to open.',
      names: ['map', 'overview'],
    }),
    ...index.tools.map((tool) =>
      entry('tool', tool.id, {
        title: tool.name,
        description: tool.kind,
        detail: tool.summary,
        names: [tool.id, ...tool.aliases, ...tool.formerly.map((former) => former.name)],
      }),
    ),
    ...index.topics.map(({ id, title, summary, sections }) =>
      entry('topic', id, {
        title,
        description: 'Topic',
        detail: summary,
        names: sections.map((section) => section.title),
      }),
    ),
    ...index.comparisons.map(({ id, title, question, tools }) =>
      entry('comparison', id, { title, description: 'Comparison', detail: question, names: tools }),
    ),
    ...index.guides.map(({ id, title, question, tools }) =>
      entry('guide', id, { title, description: 'Guide', detail: question, names: tools }),
    ),
    ...index.terms.map(({ id, name, aliases, summary }) =>
      entry('term', id, { title: name, description: 'Term', detail: summary, names: aliases }),
    ),
    ...index.snippets.map(({ id, title, description, prefix, tool }) =>
      entry('snippet', id, { title, description: prefix, detail: description, names: [prefix, tool] }),
    ),
  ];
}
