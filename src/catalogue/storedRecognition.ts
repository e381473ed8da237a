import { nameTables, type NameTable, type Recognition } from './types';

/**
 * How the recognition tables lie in `recognition.json`: as texts, which cost next to nothing to read, and which are cut up
 * where a name or a card is asked for.
 */
export interface StoredRecognition {
  /** A line for each tool or term: its id, then its names, parted by tabs. */
  names: Record<NameTable, string>;
  /** A line for each card: its id, a tab, JSON. Begins and ends with an end of line. */
  tools: string;
  terms: string;
  context: Recognition['context'];
}

export function packRecognition({ names, tools, terms, context }: Recognition): StoredRecognition {
  const tables = Object.fromEntries(nameTables.map((table) => [table, packTable(names[table])]));
  return { names: tables as StoredRecognition['names'], tools: packCards(tools), terms: packCards(terms), context };
}

function packTable(table: Record<string, string>): string {
  const byId = new Map<string, string[]>();
  for (const [name, id] of Object.entries(table)) byId.set(id, [...(byId.get(id) ?? []), name]);
  return [...byId].map(([id, held]) => [id, ...held].join('\t')).join('\n');
}

function packCards(cards: Record<string, object>): string {
  return `\n${Object.entries(cards)
    .map(([id, card]) => `${id}\t${JSON.stringify(card)}\n`)
    .join('')}`;
}

/** The names of a table, each with the id of what it stands for. */
export function unpackTable(text: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [id = '', ...names] = line.split('\t');
    for (const name of names) table.set(name, id);
  }
  return table;
}

/** One card; undefined where there is none of that id. */
export function unpackCard(text: string, id: string): unknown {
  const start = text.indexOf(`\n${id}\t`);
  if (start < 0) return undefined;
  const from = start + id.length + 2;
  return JSON.parse(text.slice(from, text.indexOf('\n', from)));
}
