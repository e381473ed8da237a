import type { ApiText } from './api';

/** `api/index.json`: where the names and texts of the APIs lie. */
export interface ApiIndex {
  /** By id: files of names, which paths they hold, and which others their types and bases lead into. */
  areas: Record<string, ApiArea>;
  /** Files of texts by inventory and section, for names that are no symbols: `spark-conf/keys`. */
  sections: Record<string, string>;
  /** The newest version of each distribution that was read. */
  newest: Record<string, string>;
}

export interface ApiArea {
  /** Paths at or below which its names stand. */
  prefixes: string[];
  /** Areas to load with it. */
  needs: string[];
  /** Files of texts by the first owner in each; owners stand in the order of their characters. */
  texts: [file: string, first: string][];
}

/** `api/<file>.json` with texts: what many entries share stands once, the entries by owner and last name. */
export interface StoredTexts {
  groups: { tool: string; documentation: string; language: string }[];
  package: string;
  entries: Record<string, Record<string, StoredText>>;
}

/** A text without what its place says: its name, its tool, its documentation where that follows the group's pattern. */
export interface StoredText extends Omit<ApiText, 'name' | 'tool' | 'facts' | 'example'> {
  /** Number of its group; missing where nobody explained it. */
  in?: number;
  example?: Omit<NonNullable<ApiText['example']>, 'language'> & { language?: string };
  facts?: Omit<ApiText['facts'], 'package'> & { package?: string };
}

/** The areas that a file needs which names these paths, those that they lead into included. */
export function areasOf(paths: Iterable<string>, index: ApiIndex): Set<string> {
  const found = new Set<string>();
  const add = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const other of index.areas[id]?.needs ?? []) add(other);
  };
  for (const path of paths) for (const id of areasAt(path, index)) add(id);
  return found;
}

/** The areas with the longest prefix of a path; all areas below it, where it is itself a prefix of theirs. */
function areasAt(path: string, index: ApiIndex): string[] {
  const byPrefix = areasByPrefix(index);
  for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))) {
    const areas = byPrefix.get(prefix);
    if (areas) return areas;
  }
  const start = `${path}.`;
  return [...byPrefix].flatMap(([prefix, areas]) => (prefix.startsWith(start) ? areas : []));
}

const prefixesOf = new WeakMap<ApiIndex, Map<string, string[]>>();

function areasByPrefix(index: ApiIndex): Map<string, string[]> {
  let byPrefix = prefixesOf.get(index);
  if (!byPrefix) {
    prefixesOf.set(index, (byPrefix = new Map()));
    for (const [id, { prefixes }] of Object.entries(index.areas)) {
      for (const prefix of prefixes) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), id]);
    }
  }
  return byPrefix;
}

/** The files of texts in which a symbol may stand: one for each of the areas that its path belongs to. */
export function textFilesOf(path: string, index: ApiIndex): string[] {
  const owner = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return areasAt(path, index).flatMap((id) => {
    const texts = index.areas[id]?.texts ?? [];
    return texts
      .filter(([, first], at) => first <= owner && (texts[at + 1]?.[1] ?? '\uffff') > owner)
      .map(([file]) => file);
  });
}

/** The text of one name; undefined where the file has none. */
export function readText(name: string, { groups, package: main, entries }: StoredTexts): ApiText | undefined {
  const dot = name.lastIndexOf('.');
  const [owner, last] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
  const held = Object.hasOwn(entries, owner) ? entries[owner] : undefined;
  const stored = held && Object.hasOwn(held, last) ? held[last] : undefined;
  if (!stored) return undefined;
  const { in: number, example, facts, documentation, ...rest } = stored;
  const group = number === undefined ? undefined : groups[number];
  const address = documentation ?? group?.documentation.replaceAll('{path}', name).replaceAll('{name}', last);
  return {
    name,
    ...rest,
    ...(group && { tool: group.tool }),
    ...(address !== undefined && { documentation: address }),
    ...(example && { example: { ...example, language: example.language ?? group?.language ?? '' } }),
    facts: { package: main, ...facts },
  };
}
