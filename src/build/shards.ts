import { entryKinds, type CatalogueIndex, type EntryKind, type Page } from '../catalogue/types';

/** Characters of JSON that go into one shard: small enough to be read for one page, large enough to compress well. */
const shardSize = 100_000;

export interface Shard {
  /** Path below `pages/`. */
  file: string;
  pages: Page[];
}

/** Puts pages together, kind by kind in the order given. */
export function shardPages(pages: readonly Page[]): { shards: Shard[]; ids: CatalogueIndex['shards'] } {
  const shards: Shard[] = [];
  const ids = Object.fromEntries(entryKinds.map((kind) => [kind, []])) as unknown as CatalogueIndex['shards'];
  for (const kind of entryKinds) {
    for (const group of grouped(pages.filter((page) => page.kind === kind))) {
      shards.push({ file: shardFile(kind, ids[kind].length), pages: group });
      ids[kind].push(group.map((page) => page.id));
    }
  }
  return { shards, ids };
}

function shardFile(kind: EntryKind, number: number): string {
  return `${kind}-${number}.json`;
}

function grouped(pages: readonly Page[]): Page[][] {
  const groups: Page[][] = [];
  let size = shardSize;
  for (const page of pages) {
    if (size >= shardSize) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(page);
    size += JSON.stringify(page).length;
  }
  return groups;
}
