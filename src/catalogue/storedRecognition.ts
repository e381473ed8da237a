import { nameTables, type NameTable, type Recognition } from './types';

/**
 * How the recognition tables lie in `recognition.json`: as texts, which cost next to nothing to read, and which are cut up
 * where a name or a card is asked for. What parts them is written in JSON as it is, without a backslash: a text without
 * one is read ten times as fast.
 */
export interface StoredRecognition {
  /** A line for each tool or term: its id, then its names. */
  names: Record<NameTable, string>;
  /** A line for each card: its id, then JSON, `quote` in the place of its quotation marks. Begins and ends with an end of line. */
  tools: string;
  terms: string;
  context: Recognition['context'];
}

/** Characters that stand in no name and no text. */
const endOfLine = '\u0080';
const gap = '\u0081';
const quote = '\u007f';

export function packRecognition({ names, tools, terms, context }: Recognition): StoredRecognition {
  const tables = Object.fromEntries(nameTables.map((table) => [table, packTable(names[table])]));
  return { names: tables as StoredRecognition['names'], tools: packCards(tools), terms: packCards(terms), context };
}

function packTable(table: Record<string, string>): string {
  const byId = new Map<string, string[]>();
  for (const [name, id] of Object.entries(table)) byId.set(id, [...(byId.get(id) ?? []), name]);
  return textOfLines(
    [...byId].map(([id, held]) => [id, ...held]),
    'table',
  );
}

function packCards(cards: Record<string, object>): string {
  const lines = Object.entries(cards).map(([id, card]) => [id, JSON.stringify(card).replaceAll('"', quote)]);
  return textOfLines(lines, 'cards');
}

/** The lines of a table or of cards, each as its id and what follows it. */
export function linesOf(text: string): [id: string, ...rest: string[]][] {
  const lines = text.split(endOfLine).filter((line) => line !== '');
  return lines.map((line) => line.split(gap) as [string, ...string[]]);
}

/** The reverse of `linesOf`, for a table or for cards. */
export function textOfLines(lines: readonly (readonly string[])[], kind: 'table' | 'cards'): string {
  const text = lines.map((parts) => parts.join(gap)).join(endOfLine);
  return kind === 'cards' ? endOfLine + text + endOfLine : text;
}

/** The names of a table, each with the id of what it stands for. */
export function unpackTable(text: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const [id, ...names] of linesOf(text)) for (const name of names) table.set(name, id);
  return table;
}

/** One card; undefined where there is none of that id. */
export function unpackCard(text: string, id: string): unknown {
  const start = text.indexOf(endOfLine + id + gap);
  if (start < 0) return undefined;
  const from = start + id.length + 2;
  return JSON.parse(text.slice(from, text.indexOf(endOfLine, from)).replaceAll(quote, '"'));
}
