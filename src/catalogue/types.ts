/**
 * The compiled catalogue: what `src/build` writes to `dist/catalogue/` and every other room reads.
 * `index.json` is a `CatalogueIndex`, `recognition.json` a `StoredRecognition`, `pages/<kind>-<n>.json` a shard of `Page`s.
 */

/** The kinds of entry that have a page. Also the scheme of links inside Markdown: `[Spark](tool:spark)`. */
export type EntryKind = 'topic' | 'tool' | 'comparison' | 'snippet' | 'term' | 'guide' | 'landscape';

export const entryKinds: readonly EntryKind[] = [
  'topic',
  'tool',
  'comparison',
  'snippet',
  'term',
  'guide',
  'landscape',
];

/** Points at one entry, and optionally at a heading in it. */
export interface EntryLink {
  kind: EntryKind;
  id: string;
  anchor?: string;
}

/** A source outside. `checked` is the day (YYYY-MM-DD) on which somebody read it. */
export interface Reference {
  name: string;
  url: string;
  checked: string;
}

/** `references` are 1-based numbers into the page's `references`. */
export interface Sourced {
  references: number[];
  checked?: string;
  unverified?: true;
}

export interface Heading {
  anchor: string;
  title: string;
}

export interface TopicSummary {
  id: string;
  title: string;
  summary: string;
  sections: Heading[];
  comparisons: string[];
  tools: string[];
}

export interface FormerName {
  name: string;
  /** When or how the name went out of use, as a short phrase. */
  note: string;
}

export interface ToolSummary {
  id: string;
  name: string;
  category: string;
  /** What kind of thing it is, in a few words: "Distributed processing engine". */
  kind: string;
  summary: string;
  aliases: string[];
  formerly: FormerName[];
  documentation: string;
  comparisons: string[];
}

export interface ComparisonSummary {
  id: string;
  title: string;
  question: string;
  /** Tools that stand in the table, in its order. */
  tools: string[];
}

export interface GuideSummary {
  id: string;
  title: string;
  question: string;
  /** Its candidates. */
  tools: string[];
}

export interface SnippetSummary {
  id: string;
  title: string;
  description: string;
  prefix: string;
  /** Tool whose folder holds it. */
  tool: string;
  /** VS Code language id. */
  language: string;
}

export interface TermSummary {
  id: string;
  name: string;
  aliases: string[];
  summary: string;
}

export interface Category {
  id: string;
  title: string;
  /** Codicon id. */
  icon: string;
}

export interface CatalogueIndex {
  categories: Category[];
  topics: TopicSummary[];
  tools: ToolSummary[];
  comparisons: ComparisonSummary[];
  snippets: SnippetSummary[];
  /** By name. */
  terms: TermSummary[];
  /** By title. */
  guides: GuideSummary[];
  /**
   * Where the pages are: by kind, the ids in each shard, in the shards' order. Shard `n` of a kind is
   * `pages/<kind>-<n>.json`, an object from id to page.
   */
  shards: Record<EntryKind, string[][]>;
  /** Ids out of use, as `tool:old`, and where they lead: `tool:new`, maybe with an anchor. Left out where there are none. */
  redirects?: Record<string, string>;
}

/** Markdown with every cross-link checked and every diagram already drawn. */
export type Block =
  | { type: 'markdown'; markdown: string }
  | { type: 'comparison'; id: string }
  | { type: 'diagram'; svg: string; alt: string };

export interface Fact extends Sourced {
  label: string;
  value: string;
}

export interface PageBase {
  id: string;
  title: string;
  summary: string;
  blocks: Block[];
  headings: Heading[];
  references: Reference[];
  /** Entries to read next. */
  related: RelatedEntry[];
}

export interface RelatedEntry extends EntryLink {
  title: string;
}

export interface TopicPage extends PageBase {
  kind: 'topic';
  /** Comparison tables that the blocks embed. */
  comparisons: ComparisonTable[];
}

export interface ToolPage extends PageBase {
  kind: 'tool';
  toolKind: string;
  category: string;
  formerly: FormerName[];
  documentation: string;
  facts: Fact[];
  comparisons: ComparisonTable[];
}

export interface ComparisonCell extends Sourced {
  value: string;
  note?: string;
}

export interface ComparisonSubject {
  id: string;
  name: string;
  /** The subject's own page, where it has one. */
  tool?: string;
}

export interface ComparisonQuestion {
  id: string;
  ask: string;
  /** Title of the table it comes from, where a comparison is put together from several. */
  group?: string;
  /** By subject id. A missing cell means: not applicable. */
  cells: Record<string, ComparisonCell>;
}

export interface ComparisonTable {
  id: string;
  title: string;
  question: string;
  /** Which way the table reads: subjects as columns (the default) or as rows. */
  subjectsAs: 'columns' | 'rows';
  /** Head of the column or row that holds the subjects' names. */
  subjectLabel: string;
  subjects: ComparisonSubject[];
  questions: ComparisonQuestion[];
  references: Reference[];
}

export interface ComparisonPage extends PageBase {
  kind: 'comparison';
  table: ComparisonTable;
}

export interface SnippetPage extends PageBase {
  kind: 'snippet';
  tool: string;
  prefix: string;
  language: string;
  /** What it needs, with versions: "pyspark 4.3". */
  needs: string[];
  /** The code as inserted, placeholders at their default values. */
  code: string;
  /** The same in VS Code's snippet syntax. */
  snippet: string;
  /** How it was checked, as a sentence. */
  verified: string;
}

/** A term of the glossary: what it means, in two or three sentences, with an example where it helps. */
export interface TermPage extends PageBase {
  kind: 'term';
  /** Other names for the same thing. */
  aliases: string[];
}

/** Why an answer rules a candidate out. */
export interface GuideReason extends Sourced {
  because: string;
}

export interface GuideAnswer {
  id: string;
  answer: string;
  /** By tool id: the candidates that it rules out. */
  drops: Record<string, GuideReason>;
}

export interface GuideQuestion {
  id: string;
  ask: string;
  /** What the question turns on, as a sentence. */
  why?: string;
  answers: GuideAnswer[];
  /** The answer that rules nothing out. */
  otherwise: string;
}

/** Questions that narrow a list of tools, one after the other; `catalogue/guides.ts` walks them. */
export interface GuidePage extends PageBase {
  kind: 'guide';
  question: string;
  candidates: { id: string; name: string; summary: string }[];
  questions: GuideQuestion[];
}

/** All tools by category. It is put together from the index, and its only id is `tools`. */
export interface LandscapePage extends PageBase {
  kind: 'landscape';
  categories: {
    id: string;
    title: string;
    tools: { id: string; name: string; kind: string; otherNames: string[] }[];
  }[];
}

export type Page = TopicPage | ToolPage | ComparisonPage | SnippetPage | TermPage | GuidePage | LandscapePage;

/** What a hover says about a tool. All text is Markdown of ours. */
export interface ToolCard {
  id: string;
  name: string;
  kind: string;
  summary: string;
  fits: string;
  avoid: string;
  formerly: FormerName[];
  documentation: string;
  /** First comparison that holds the tool: id and title. */
  comparison?: { id: string; title: string };
}

/** What a hover says about a term. */
export interface TermCard {
  id: string;
  name: string;
  summary: string;
}

/**
 * What stands for a tool in code, as tables from the text to the tool's id.
 * Keys are lower case where the thing itself is case-insensitive (packages, images, URI schemes).
 */
export interface Recognition {
  tools: Record<string, ToolCard>;
  /** By id. In the tables `prose` and `lookup` a term stands as `term:<id>`. */
  terms: Record<string, TermCard>;
  names: Record<NameTable, Record<string, string>>;
  /** By tool id: other tools whose presence in a file makes its ambiguous names certain. */
  context: Record<string, string[]>;
}

/** What each table holds is said in `src/build/schema/recognise.ts`, where authors' keys are defined. */
export const nameTables = [
  'python',
  'java',
  'pypi',
  'maven',
  'images',
  'terraformProviders',
  'terraformResources',
  'uris',
  'commands',
  'dbtAdapters',
  'dbtPackages',
  'sparkFormats',
  'bundleKeys',
  'prose',
  'proseInContext',
  'lookup',
] as const;

export type NameTable = (typeof nameTables)[number];
