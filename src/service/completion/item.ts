import type { CompletionItem, CompletionItemKind, CompletionItemTag, Range } from 'vscode-languageserver-types';

/** The protocol's numbers; its package would ship for these alone. */
export const kinds = { function: 3, variable: 6, property: 10, value: 12 } as const satisfies Record<
  string,
  CompletionItemKind
>;

const deprecated: CompletionItemTag = 1;

/** What an item stands for: enough to say what a hover says of it. */
export interface ItemData {
  /** The document, whose project fixes the version. */
  uri: string;
  section?: string;
  /** In the section. */
  name?: string;
  /** The path of a class or function. */
  symbol?: string;
  parameter?: string;
  /** An accepted value of the name or parameter. */
  value?: string;
}

/** Something that may be written, before it is known where. */
export interface Candidate {
  label: string;
  insert: string;
  kind: CompletionItemKind;
  /** The first come first; those of the same rank by the alphabet, or as they were offered. */
  rank: number;
  /** Where the order of the offer counts: `append` before `ignore`. */
  place?: number;
  isDeprecated?: boolean;
  detail?: string;
  data?: Omit<ItemData, 'uri'>;
}

export function itemOf(candidate: Candidate, uri: string, range: Range): CompletionItem {
  const { label, insert, kind, rank, place, isDeprecated, detail, data } = candidate;
  return {
    label,
    kind,
    sortText: `${rank}${place === undefined ? label : String(place).padStart(3, '0')}`,
    textEdit: { range, newText: insert },
    ...(isDeprecated && { tags: [deprecated] }),
    ...(detail !== undefined && { detail }),
    ...(data && { data: { uri, ...data } satisfies ItemData }),
  };
}

/** Reads what a client sent back; undefined where it is none of ours. */
export function dataOf({ data }: CompletionItem): ItemData | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data)) return undefined;
  const values = Object.values(data as object);
  return values.every((value) => typeof value === 'string') ? (data as ItemData) : undefined;
}
