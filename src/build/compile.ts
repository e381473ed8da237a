import type {
  CatalogueIndex,
  ComparisonCell,
  ComparisonPage,
  ComparisonTable,
  EntryLink,
  Fact,
  Page,
  Recognition,
  Reference,
  RelatedEntry,
  SnippetPage,
  TermPage,
  ToolPage,
  TopicPage,
} from '../catalogue/types';
import { compileApi, type ApiFiles } from './api/compile';
import { drawDiagram } from './diagrams';
import { compileGuide } from './guides';
import { numberCitations, parseBody, type SourceBlock } from './markdown';
import { compileRecognition } from './recognition';
import { factLabels, type FactKey } from './schema/content';
import { toSnippetSyntax } from '../catalogue/snippetSyntax';
import type { ComparisonSource, Content, TermSource, ToolSource, TopicSource } from './source';
import type { SnippetSource } from './snippetSource';
import { compileSnippetFiles, type SnippetFiles } from './snippetFiles';
import { verifiedSentence, type Verified } from './verified';

export interface Compiled {
  /** Without `shards`, which the writer adds. */
  index: Omit<CatalogueIndex, 'shards'>;
  recognition: Recognition;
  pages: Page[];
  snippetFiles: SnippetFiles;
  api: ApiFiles;
}

type SourceReference = { id: string; name: string; url: string; checked: string };

/** Content that passed the rules → what ships. The order of files decides the order of topics, names that of tools. */
export async function compile(content: Content, verified: Verified): Promise<Compiled> {
  const compiler = new Compiler(content);
  const pages: Page[] = [];
  for (const topic of content.topics) pages.push(await compiler.topic(topic));
  for (const tool of content.tools) pages.push(await compiler.tool(tool));
  for (const comparison of content.comparisons) pages.push(compiler.comparison(comparison));
  for (const snippet of content.snippets) pages.push(compiler.snippet(snippet, verified));
  for (const term of content.terms) pages.push(await compiler.term(term));
  for (const guide of content.guides) pages.push(compileGuide(guide, content));
  return {
    index: compiler.index(),
    recognition: compileRecognition(content),
    pages,
    snippetFiles: compileSnippetFiles(content.snippets),
    api: compileApi(content.api),
  };
}

/** Tools in a comparison, in the table's order. */
export function toolsOf(comparison: ComparisonSource): string[] {
  return comparison.data.subjects.flatMap((subject) => subject.tool ?? []);
}

class Compiler {
  readonly #content: Content;
  readonly #titles = new Map<string, string>();

  constructor(content: Content) {
    this.#content = content;
    for (const topic of content.topics) this.#titles.set(`topic:${topic.id}`, topic.data.title);
    for (const tool of content.tools) this.#titles.set(`tool:${tool.id}`, tool.data.name);
    for (const { id, data } of content.comparisons) this.#titles.set(`comparison:${id}`, data.title);
    for (const { id, data } of content.terms) this.#titles.set(`term:${id}`, data.name);
    for (const { id, data } of content.snippets) this.#titles.set(`snippet:${id}`, data.title);
  }

  index(): Omit<CatalogueIndex, 'shards'> {
    const { categories, topics, tools, comparisons, snippets, terms, guides, redirects } = this.#content;
    return {
      categories,
      topics: topics.map(({ id, data, body }) => ({
        id,
        title: data.title,
        summary: data.summary,
        sections: parseBody(body).headings,
        comparisons: data.comparisons,
        tools: data.tools,
      })),
      tools: tools
        .map(({ id, data }) => ({
          id,
          name: data.name,
          category: data.category,
          kind: data.kind,
          summary: data.summary,
          aliases: data.aliases,
          formerly: data.formerly,
          documentation: data.documentation,
          comparisons: this.#comparisonsWith(id).map((comparison) => comparison.id),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
      comparisons: comparisons
        .map((comparison) => ({
          id: comparison.id,
          title: comparison.data.title,
          question: comparison.data.question,
          tools: toolsOf(comparison),
        }))
        .sort((a, b) => a.title.localeCompare(b.title, 'en')),
      snippets: snippets.map(({ id, folder, language, data }) => ({
        id,
        title: data.title,
        description: data.description,
        prefix: data.prefix,
        tool: folder,
        language,
      })),
      guides: guides
        .map(({ id, data }) => ({ id, title: data.title, question: data.question, tools: data.candidates }))
        .sort((a, b) => a.title.localeCompare(b.title, 'en')),
      terms: terms
        .map(({ id, data }) => ({ id, name: data.name, aliases: data.aliases, summary: data.summary }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
      ...(Object.keys(redirects).length > 0 ? { redirects } : {}),
    };
  }

  async term({ id, data, body }: TermSource): Promise<TermPage> {
    const { blocks, headings, numbers } = await this.#body(body, data.references);
    return {
      kind: 'term',
      id,
      title: data.name,
      summary: data.summary,
      aliases: data.aliases,
      blocks,
      headings,
      references: references(data.references, numbers),
      related: this.#related([
        ...data.related.map((term): EntryLink => ({ kind: 'term', id: term })),
        ...data.topics.map((topic): EntryLink => ({ kind: 'topic', id: topic })),
        ...data.comparisons.map((comparison): EntryLink => ({ kind: 'comparison', id: comparison })),
        ...data.tools.map((tool): EntryLink => ({ kind: 'tool', id: tool })),
      ]),
    };
  }

  async topic({ id, data, body }: TopicSource): Promise<TopicPage> {
    const { blocks, headings, numbers } = await this.#body(body, data.references);
    const related = [
      ...data.related.map((topic): EntryLink => ({ kind: 'topic', id: topic })),
      ...data.comparisons.map((comparison): EntryLink => ({ kind: 'comparison', id: comparison })),
      ...data.tools.map((tool): EntryLink => ({ kind: 'tool', id: tool })),
    ];
    return {
      kind: 'topic',
      id,
      title: data.title,
      summary: data.summary,
      blocks,
      headings,
      references: references(data.references, numbers),
      related: this.#related(related),
      comparisons: [],
    };
  }

  async tool({ id, data, body }: ToolSource): Promise<ToolPage> {
    const factKeys = (Object.keys(factLabels) as FactKey[]).filter((key) => data.facts[key]);
    const first = factKeys.flatMap((key) => data.facts[key]?.references ?? []);
    const { blocks, headings, numbers } = await this.#body(body, data.references, first);
    const facts = factKeys.flatMap((key): Fact[] => {
      const fact = data.facts[key];
      return fact ? [{ label: factLabels[key], ...fact, references: numbered(fact.references, numbers) }] : [];
    });
    const related = [
      ...this.#comparisonsWith(id).map((comparison): EntryLink => ({ kind: 'comparison', id: comparison.id })),
      ...data.alternatives.map((tool): EntryLink => ({ kind: 'tool', id: tool })),
      ...this.#content.topics
        .filter((topic) => topic.data.tools.includes(id))
        .map((topic): EntryLink => ({ kind: 'topic', id: topic.id })),
    ];
    return {
      kind: 'tool',
      id,
      title: data.name,
      summary: data.summary,
      toolKind: data.kind,
      category: data.category,
      formerly: data.formerly,
      documentation: data.documentation,
      facts,
      blocks,
      headings,
      references: references(data.references, numbers),
      related: this.#related(related),
      comparisons: [],
    };
  }

  comparison(source: ComparisonSource): ComparisonPage {
    const { id, data } = source;
    const numbers = numbering(data.references, [
      ...data.questions.flatMap((question) => Object.values(question.cells).flatMap((cell) => cell.references)),
      ...parseBody(data.notes).citations,
    ]);
    const notes = numberCitations(data.notes, numbers).trim();
    const topics = this.#content.topics.filter((topic) => topic.data.comparisons.includes(id));
    return {
      kind: 'comparison',
      id,
      title: data.title,
      summary: data.summary,
      blocks: notes === '' ? [] : [{ type: 'markdown', markdown: notes }],
      headings: parseBody(notes).headings,
      references: references(data.references, numbers),
      related: this.#related([
        ...topics.map((topic): EntryLink => ({ kind: 'topic', id: topic.id })),
        ...toolsOf(source).map((tool): EntryLink => ({ kind: 'tool', id: tool })),
      ]),
      table: this.#table(source, numbers),
    };
  }

  snippet({ id, folder, language, code, data }: SnippetSource, verified: Verified): SnippetPage {
    const siblings = this.#content.snippets.filter((other) => other.folder === folder && other.id !== id);
    return {
      kind: 'snippet',
      id,
      title: data.title,
      summary: data.description,
      tool: folder,
      prefix: data.prefix,
      language,
      needs: data.needs,
      code,
      snippet: toSnippetSyntax(code, data.placeholders),
      verified: verifiedSentence(id, data, verified),
      blocks: [],
      headings: [],
      references: data.references,
      related: this.#related([
        ...(this.#titles.has(`tool:${folder}`) ? [{ kind: 'tool', id: folder } as const] : []),
        ...siblings.slice(0, 8).map((other): EntryLink => ({ kind: 'snippet', id: other.id })),
      ]),
    };
  }

  #table({ id, data }: ComparisonSource, numbers: ReadonlyMap<string, number>): ComparisonTable {
    return {
      id,
      title: data.title,
      question: data.question,
      subjectsAs: data.subjectsAs,
      subjectLabel: data.subjectLabel,
      subjects: data.subjects.map((subject) => ({
        id: subject.id,
        name: subject.name ?? this.#titles.get(`tool:${subject.tool}`) ?? subject.id,
        ...(subject.tool === undefined ? {} : { tool: subject.tool }),
      })),
      questions: data.questions.map((question) => ({
        id: question.id,
        ask: question.ask,
        cells: Object.fromEntries(
          Object.entries(question.cells).map(([subject, cell]): [string, ComparisonCell] => [
            subject,
            { ...cell, references: numbered(cell.references, numbers) },
          ]),
        ),
      })),
      references: references(data.references, numbers),
    };
  }

  async #body(body: string, sources: SourceReference[], citedFirst: string[] = []) {
    const parsed = parseBody(body);
    const numbers = numbering(sources, [...citedFirst, ...parsed.citations]);
    const blocks = await Promise.all(parsed.blocks.map((block) => finishBlock(block, numbers)));
    return { blocks, headings: parsed.headings, numbers };
  }

  #comparisonsWith(tool: string): ComparisonSource[] {
    return this.#content.comparisons.filter((comparison) => toolsOf(comparison).includes(tool));
  }

  #related(links: EntryLink[]): RelatedEntry[] {
    const seen = new Set<string>();
    return links.flatMap((link) => {
      const key = `${link.kind}:${link.id}`;
      const title = this.#titles.get(key);
      if (title === undefined || seen.has(key)) return [];
      seen.add(key);
      return [{ ...link, title }];
    });
  }
}

async function finishBlock(block: SourceBlock, numbers: ReadonlyMap<string, number>) {
  if (block.type === 'dot') return { type: 'diagram', svg: await drawDiagram(block.dot), alt: block.alt } as const;
  if (block.type === 'markdown') return { ...block, markdown: numberCitations(block.markdown, numbers) };
  return block;
}

/** Numbers sources in the order in which the reader meets them; those never cited come last. */
function numbering(sources: SourceReference[], cited: string[]): Map<string, number> {
  const known = new Set(sources.map((source) => source.id));
  const order = [...new Set([...cited.filter((id) => known.has(id)), ...known])];
  return new Map(order.map((id, index) => [id, index + 1]));
}

function numbered(ids: string[], numbers: ReadonlyMap<string, number>): number[] {
  return ids.flatMap((id) => numbers.get(id) ?? []);
}

function references(sources: SourceReference[], numbers: ReadonlyMap<string, number>): Reference[] {
  return [...sources]
    .sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0))
    .map(({ name, url, checked }) => ({ name, url, checked }));
}
