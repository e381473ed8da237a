import type { ApiArea, ApiIndex } from '../../catalogue/apiTexts';
import { Explained } from './explained';
import { explainedSections } from './inventory';
import { splitPath, storeNames } from './names';
import { largest, shardSymbols, type NamesShard } from './shards';
import type { ApiSource } from './source';
import { mainPackage, storeTexts } from './texts';

/** Files below `catalogue/api/` by their names without ending: `index`, files of names, files of texts. */
export type ApiFiles = Map<string, unknown>;

/** Characters of JSON in a file of texts: small enough to be read for one hover, large enough to compress well. */
const textSize = 120_000;

export function compileApi(api: readonly ApiSource[]): ApiFiles {
  const files: ApiFiles = new Map();
  const index: ApiIndex = { areas: {}, sections: {}, newest: {} };
  for (const source of api) {
    const explained = new Explained(source);
    addNewest(source, index);
    const shards = shardSymbols(source.inventory, source.scope);
    for (const shard of shards) index.areas[shard.id] = addArea(shard, shards, source, explained, files);
    for (const section of explainedSections) {
      const names = Object.entries(source.inventory.sections[section] ?? {})
        .filter(([name, entry]) => !entry.internal || explained.has(section, name))
        .map(([name]) => name);
      if (section === 'symbols' || names.length === 0) continue;
      const file = `text-${source.id}-${section.toLowerCase()}`;
      index.sections[`${source.id}/${section}`] = file;
      files.set(file, storeTexts(names, section, source, explained));
    }
  }
  files.set('index', index);
  return files;
}

function addNewest({ id, inventory }: ApiSource, { newest }: ApiIndex): void {
  for (const [name, read] of Object.entries(inventory.packages)) {
    const version = read.at(-1)?.version;
    if (version !== undefined) newest[name === 'spark' ? (mainPackage[id] ?? name) : name] ??= version;
  }
}

function addArea(
  shard: NamesShard,
  all: readonly NamesShard[],
  source: ApiSource,
  explained: Explained,
  files: ApiFiles,
): ApiArea {
  const { symbols, aliases, untyped } = shard;
  const has = (name: string) => explained.has('symbols', name);
  const names = storeNames({ symbols, aliases, explained: has, untyped: (path) => untyped.has(path) });
  files.set(`names-${shard.id}`, names);
  const texts: ApiArea['texts'] = [];
  for (const group of grouped(symbols.keys(), source, explained)) {
    const stored = storeTexts(group, 'symbols', source, explained);
    if (Object.keys(stored.entries).length === 0) continue;
    const file = `text-${shard.id}-${texts.length}`;
    files.set(file, stored);
    texts.push([file, splitPath(group[0] ?? '')[0]]);
  }
  const main = largest(all);
  return { prefixes: prefixesOf(shard, all), needs: needsOf(shard, main, all), texts };
}

/** Names owner by owner, in groups of about one size. */
function grouped(names: Iterable<string>, source: ApiSource, explained: Explained): string[][] {
  const owners = new Map<string, string[]>();
  for (const name of names) {
    const [owner] = splitPath(name);
    const held = owners.get(owner);
    if (held) held.push(name);
    else owners.set(owner, [name]);
  }
  const groups: string[][] = [];
  let size = textSize;
  for (const [, held] of [...owners].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (size >= textSize) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(...held);
    size += JSON.stringify(storeTexts(held, 'symbols', source, explained).entries).length;
  }
  return groups;
}

/** The shortest paths below which everything is the shard's own, or nobody else's beside it. */
function prefixesOf(shard: NamesShard, all: readonly NamesShard[]): string[] {
  const taken = new Set<string>();
  for (const other of all) {
    if (other === shard || other.symbols.size < shard.symbols.size) continue;
    for (const path of other.symbols.keys()) for (const prefix of prefixes(path)) taken.add(prefix);
  }
  const found = new Set<string>();
  for (const path of shard.symbols.keys()) {
    const own = prefixes(path).find((prefix) => !taken.has(prefix));
    if (own !== undefined) found.add(own);
  }
  return [...found];
}

/** `a.b.c` → a, a.b, a.b.c */
function prefixes(path: string): string[] {
  const segments = path.split('.');
  return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
}

/** The shards that hold the bases of a shard's classes: methods and arguments are found along them; and the main one. */
function needsOf(shard: NamesShard, main: NamesShard | undefined, all: readonly NamesShard[]): string[] {
  const bases = [...shard.symbols.values()].flatMap(({ bases = [] }) =>
    bases.map((base) => base.split('[')[0] ?? base),
  );
  const holders = all.filter((other) => other !== shard && bases.some((base) => other.symbols.has(base)));
  const needed = [...(main && main !== shard ? [main] : []), ...holders];
  return [...new Set(needed.map(({ id }) => id))];
}
