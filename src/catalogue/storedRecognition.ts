import { nameTables, type NameTable, type Recognition } from './types';

/**
 * How the recognition tables lie in `recognition.json`: as texts, which cost next to nothing to read, and in which a name
 * is found where it is asked for. What parts them is written in JSON as it is, without a backslash: a text without one is
 * read ten times as fast.
 */
export interface StoredRecognition {
  /** Lines by name: the name, then the key of its card. */
  names: Record<NameTable, string>;
  /** Files below `cards/`, each with the first key in it. Their lines: the key, then the card as JSON, `quote` in the place of its quotation marks. */
  cards: [file: string, first: string][];
  context: Recognition['context'];
}

/** The tables, and the files of cards by their names. */
export interface PackedRecognition {
  recognition: StoredRecognition;
  cards: Map<string, string>;
}

/** Characters in a file of cards: a hover reads one, however many there are. */
const largestFile = 32_768;

/** Stands in no name and no text; ASCII, as names are: such a file is read several times as fast as another. */
const endOfLine = '\u007f';
/** Stands in no key. */
const gap = '|';
/** Stands in no card. */
const quote = '\u0080';

export function packRecognition({ names, tools, terms, context }: Recognition): PackedRecognition {
  const tables = Object.fromEntries(nameTables.map((table) => [table, packLines(Object.entries(names[table]))]));
  const all = { ...tools, ...Object.fromEntries(Object.entries(terms).map(([id, term]) => [`term:${id}`, term])) };
  const packed = packCards(
    Object.entries(all).map(([key, card]) => [key, JSON.stringify(card).replaceAll('"', quote)]),
  );
  const recognition = { names: tables as StoredRecognition['names'], cards: packed.index, context };
  return { recognition, cards: packed.files };
}

/** Files of cards, given as lines, and where each card stands. */
export function packCards(lines: readonly (readonly [key: string, card: string])[]) {
  const index: StoredRecognition['cards'] = [];
  const files = new Map<string, string>();
  let held: (readonly [string, string])[] = [];
  let size = 0;
  const close = () => {
    if (!held[0]) return;
    const file = `cards-${index.length}`;
    index.push([file, held[0][0]]);
    files.set(file, packLines(held));
    [held, size] = [[], 0];
  };
  for (const line of inOrder(lines)) {
    held.push(line);
    size += line[0].length + line[1].length;
    if (size >= largestFile) close();
  }
  close();
  return { index, files };
}

/** A text of lines in the order of their keys. */
export function packLines(lines: readonly (readonly [key: string, value: string])[]): string {
  return inOrder(lines)
    .map(([key, value]) => key + gap + value + endOfLine)
    .join('');
}

function inOrder<T extends readonly [string, string]>(lines: readonly T[]): T[] {
  for (const [key] of lines) if (key.includes(gap)) throw new Error(`a name with “${gap}” in it: ${key}`);
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The reverse of `packLines`. From a key on, where one is given: the first line that is not before it, and all that follow. */
export function* linesOf(text: string, from = ''): Generator<[key: string, value: string]> {
  for (let start = from === '' ? 0 : lineAt(text, from); start < text.length;) {
    const [parted, end] = [text.indexOf(gap, start), text.indexOf(endOfLine, start)];
    yield [text.slice(start, parted), text.slice(parted + 1, end)];
    start = end + 1;
  }
}

/** The value of a key; undefined where there is none. */
export function valueOf(text: string, key: string): string | undefined {
  const start = lineAt(text, key);
  const value = start + key.length + 1;
  return text.startsWith(key + gap, start) ? text.slice(value, text.indexOf(endOfLine, value)) : undefined;
}

/** The file that a card stands in, if there is such a card. */
export function fileOfCard(key: string, files: StoredRecognition['cards']): string | undefined {
  return files.filter(([, first]) => first <= key).at(-1)?.[0];
}

/** One card; undefined where the file has none of that key. */
export function unpackCard(text: string, key: string): unknown {
  const card = valueOf(text, key);
  return card === undefined ? undefined : JSON.parse(card.replaceAll(quote, '"'));
}

/** Where the first line begins whose key is not before `key`, found by halving: a table ten times as long costs three steps more. */
function lineAt(text: string, key: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const start = text.lastIndexOf(endOfLine, ((low + high) >> 1) - 1) + 1;
    if (text.slice(start, text.indexOf(gap, start)) < key) low = text.indexOf(endOfLine, start) + 1;
    else high = start;
  }
  return low;
}
