import type { SearchHit } from './search';
import type { StoredPage } from './stored';
import type { Block, CatalogueIndex, ComparisonPage, EntryKind, EntryLink, GuidePage } from './types';

/** A stretch of a page under one heading, or one row of a table. */
interface Passage {
  link: EntryLink;
  title: string;
  heading: string;
  text: string;
  /** Heading and text in lower case. */
  sought: string;
}

/** Shorter queries stand in every other sentence. */
const shortest = 3;

/** Characters of a hit's surroundings: a line of the picker shows about as many. */
const [before, after] = [36, 140];

/** Search in what the pages say. Words must stand there as typed or begin so; the names of entries are `CatalogueSearch`'s. */
export class FullText {
  readonly #passages: Passage[];

  constructor(pages: readonly StoredPage[], index: CatalogueIndex) {
    const titles = titlesOf(index);
    this.#passages = pages.flatMap((page) => {
      const title = titles.get(`${page.kind}:${page.id}`) ?? page.title;
      return passagesOf(page).map(([heading, text, anchor]) => ({
        link: { kind: page.kind, id: page.id, ...(anchor === undefined ? {} : { anchor }) },
        title,
        heading,
        text,
        sought: `${heading}\n${text}`.toLowerCase(),
      }));
    });
  }

  /** The best passage of each page that holds all words of a query, with its surroundings in `detail`. */
  find(query: string, most = 20): SearchHit[] {
    const wanted = query.trim().toLowerCase();
    const words = wanted.split(/\s+/);
    if (wanted.length < shortest) return [];
    const best = new Map<string, { passage: Passage; score: number }>();
    for (const passage of this.#passages) {
      const score = scoreOf(passage, wanted, words);
      const key = `${passage.link.kind}:${passage.link.id}`;
      if (score > (best.get(key)?.score ?? 0)) best.set(key, { passage, score });
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ passage }) => toHit(passage, wanted, words));
  }
}

/** Nothing where a word is missing; more for the query as one phrase, in the heading, and early in the text. */
function scoreOf({ sought, heading }: Passage, wanted: string, words: readonly string[]): number {
  if (!words.every((word) => placeOf(sought, word) >= 0)) return 0;
  const phrase = placeOf(sought, wanted);
  if (phrase < 0) return 1;
  return (phrase <= heading.length ? 4 : 2) + 1 / (1 + phrase);
}

const letter = /[\p{L}\p{N}_]/u;

/** Where a word begins with `wanted`, or -1. */
function placeOf(text: string, wanted: string): number {
  let at = text.indexOf(wanted);
  while (at > 0 && letter.test(text[at - 1]!)) at = text.indexOf(wanted, at + 1);
  return at;
}

function toHit({ link, title, heading, text }: Passage, wanted: string, words: readonly string[]): SearchHit {
  const lower = text.toLowerCase();
  const at = [wanted, ...words].map((word) => placeOf(lower, word)).find((place) => place >= 0) ?? 0;
  return { ...link, title, description: heading, detail: excerpt(text, at) };
}

/** The text around a place, cut between words. */
function excerpt(text: string, at: number): string {
  const from = at <= before ? 0 : text.indexOf(' ', at - before) + 1;
  const end = at + after >= text.length ? text.length : text.lastIndexOf(' ', at + after);
  return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`;
}

type Part = [heading: string, text: string, anchor?: string];

function passagesOf(page: StoredPage): Part[] {
  const parts = page.blocks.flatMap(blockParts);
  if (page.kind === 'comparison') parts.push(...tableParts(page as unknown as ComparisonPage));
  if (page.kind === 'guide') parts.push(...guideParts(page as unknown as GuidePage));
  return parts.filter(([, text]) => text !== '');
}

function blockParts(block: Block): Part[] {
  if (block.type === 'diagram') return [['Diagram', block.alt]];
  if (block.type === 'comparison') return [];
  const [opening = '', ...sections] = block.markdown.split(/^## +/m);
  return [
    ['', plain(opening)],
    ...sections.map((section): Part => {
      const end = section.indexOf('\n');
      const title = plain(end < 0 ? section : section.slice(0, end));
      return [title, end < 0 ? '' : plain(section.slice(end)), anchorOf(title)];
    }),
  ];
}

function tableParts({ table }: ComparisonPage): Part[] {
  const names = new Map(table.subjects.map(({ id, name }) => [id, name]));
  return table.questions.map(({ ask, cells }) => [
    ask,
    Object.entries(cells)
      .map(
        ([id, { value, note }]) =>
          `${names.get(id) ?? id}: ${plain(note === undefined ? value : `${value} (${note})`)}`,
      )
      .join(' · '),
  ]);
}

function guideParts({ questions }: GuidePage): Part[] {
  return questions.map(({ ask, why = '', answers }) => {
    const reasons = answers.flatMap(({ answer, drops }) => [
      answer,
      ...Object.values(drops).map(({ because }) => because),
    ]);
    return [ask, plain([why, ...reasons].join(' '))];
  });
}

/** Markdown without its marks, on one line. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[\^[\w-]+\]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(```.*|\s*\|?[-:| ]+\|\s*|#+ |> ?|\s*[-*] )/gm, '')
    .replace(/[`*]+|\|/g, ' ')
    .replace(/\s+([.,;:)])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As the compiler makes them. */
function anchorOf(title: string): string {
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}

function titlesOf({ topics, tools, comparisons, terms, guides, snippets }: CatalogueIndex): Map<string, string> {
  const titled = (kind: EntryKind, entries: readonly { id: string; title: string }[]) =>
    entries.map(({ id, title }): [string, string] => [`${kind}:${id}`, title]);
  return new Map([
    ...titled('topic', topics),
    ...titled('comparison', comparisons),
    ...titled('guide', guides),
    ...titled('snippet', snippets),
    ...[...tools].map(({ id, name }): [string, string] => [`tool:${id}`, name]),
    ...[...terms].map(({ id, name }): [string, string] => [`term:${id}`, name]),
  ]);
}
