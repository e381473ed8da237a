import type { Inventory, InventoryAlias, InventoryEntry } from './inventory';
import { isMember } from './names';
import { namePattern, type Scope } from './scope';

/** What goes into one file of names. */
export interface NamesShard {
  id: string;
  symbols: Map<string, InventoryEntry>;
  aliases: Map<string, InventoryAlias>;
  /** Symbols whose parameters ship without types. */
  untyped: Set<string>;
}

/** Deals the symbols of an inventory out, as its scope says; an alias goes where its path belongs. */
export function shardSymbols(inventory: Inventory, scope: Scope): NamesShard[] {
  const shards = new Map<string, NamesShard>();
  const placeOf = new Map<string, NamesShard>();
  const rules = scope.shards.map((rule) => ({ ...rule, patterns: rule.names.map(namePattern) }));
  const outside = scope.unshipped.flatMap(({ names }) => names.map(namePattern));
  for (const [path, entry] of Object.entries(inventory.sections.symbols ?? {})) {
    const rule = rules.find(({ patterns }) => patterns.some((one) => one.test(path)));
    if (!rule || outside.some((one) => one.test(path))) continue;
    if (isMember(path, inventory) && (rule.depth === 'top' || isAlsoWhereItMoved(path, inventory))) continue;
    if (!rule.types && rule.depth === 'top' && entry.removed !== undefined) continue;
    const segments = path.split('.');
    const id = rule.id.replace(/\{(\d)\}/g, (_, number: string) => segments[Number(number)] ?? '');
    const shard = shards.get(id) ?? { id, symbols: new Map(), aliases: new Map(), untyped: new Set() };
    shards.set(id, shard);
    shard.symbols.set(path, entry);
    if (!rule.types) shard.untyped.add(path);
    placeOf.set(path, shard);
  }
  const main = largest(shards.values());
  const counts = new Map<string, number>();
  for (const { to } of Object.values(inventory.aliases)) counts.set(to, (counts.get(to) ?? 0) + 1);
  for (const [path, alias] of Object.entries(inventory.aliases)) {
    const place = placeOf.get(alias.to);
    if (!place || isLeak(path, alias, counts.get(alias.to) ?? 0)) continue;
    const isBeside = path.split('.', 3).join() === alias.to.split('.', 3).join();
    (isBeside || !main ? place : main).aliases.set(path, alias);
  }
  return [...shards.values()];
}

/** The members of a class that moved are found at its new place, where they are still the same. */
function isAlsoWhereItMoved(path: string, inventory: Inventory): boolean {
  const dot = path.lastIndexOf('.');
  const symbols = inventory.sections.symbols ?? {};
  const to = symbols[path.slice(0, dot)]?.moved?.to;
  return to !== undefined && Object.hasOwn(symbols, `${to}${path.slice(dot)}`);
}

/** From how many modules on a name counts as one that modules import for themselves. */
const many = 5;

/**
 * A module also holds what it imports for its own use. Such a path works, but nobody means it: not where the name is
 * that of a package above, nor where it was kept for old code.
 */
function isLeak(path: string, { to, deprecated }: InventoryAlias, count: number): boolean {
  if (deprecated !== undefined || count < many) return false;
  const module = path.slice(0, path.lastIndexOf('.'));
  const owner = to.slice(0, to.lastIndexOf('.'));
  return (
    !module.startsWith(owner) && module.split('.').length > 2 && !/\.(functions|types|models|operators)$/.test(module)
  );
}

/** The area that holds what the others' types and bases lead into. */
export function largest(shards: Iterable<NamesShard>): NamesShard | undefined {
  let found: NamesShard | undefined;
  for (const shard of shards) if (!found || shard.symbols.size > found.symbols.size) found = shard;
  return found;
}
