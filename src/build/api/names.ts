import type { KindLetter, StoredAliases, StoredMore, StoredNames, StoredOwner } from '../../catalogue/apiStored';
import type { Inventory, InventoryAlias, InventoryEntry } from './inventory';

/** Puts texts into a table and answers their numbers. */
class Table {
  readonly texts: string[];
  readonly #numbers = new Map<string, number>();

  constructor(...first: string[]) {
    this.texts = first;
    first.forEach((text, index) => this.#numbers.set(text, index));
  }

  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

export interface NamesInput {
  symbols: ReadonlyMap<string, InventoryEntry>;
  aliases: ReadonlyMap<string, InventoryAlias>;
  explained: (name: string) => boolean;
  /** Leave the types of parameters out. */
  untyped?: (name: string) => boolean;
}

/** The names of one shard, in the form in which they lie. */
export function storeNames({ symbols, aliases, explained, untyped = () => false }: NamesInput): StoredNames {
  const types = new Table('');
  const parameters = new Table();
  const lists = new Table('');
  const owners = new Map<string, [string, InventoryEntry][]>();
  for (const [path, entry] of symbols) {
    const [owner, name] = splitPath(path);
    const held = owners.get(owner);
    if (held) held.push([name, entry]);
    else owners.set(owner, [[name, entry]]);
  }
  const listOf = (entry: InventoryEntry, path: string) => {
    if (entry.parameters === undefined) return 0;
    const table = untyped(path) ? undefined : types;
    return lists.number(entry.parameters.map((text) => parameters.number(shortParameter(text, table))).join() || '-');
  };
  const storeOwner = ([owner, members]: [string, [string, InventoryEntry][]]): [string, StoredOwner] => {
    const more = Object.fromEntries(members.flatMap(([name, entry]) => moreOf(name, entry, types)));
    const stored: StoredOwner = [
      members.map(([name]) => name).join(' '),
      members.map(([name, entry]) => letterOf(entry, explained(owner === '' ? name : `${owner}.${name}`))).join(''),
      members.map(([name, entry]) => listOf(entry, `${owner}.${name}`)),
      members.map(([, entry]) => types.number(entry.type ?? entry.returns ?? '')),
    ];
    if (Object.keys(more).length > 0) stored.push(more);
    return [owner, stored];
  };
  const stored = [...owners].map(storeOwner);
  return {
    types: types.texts,
    parameters: parameters.texts,
    lists: lists.texts.map((text) => (text === '' || text === '-' ? [] : text.split(',').map(Number))),
    owners: Object.fromEntries(stored),
    aliases: storeAliases(aliases),
  };
}

function storeAliases(aliases: NamesInput['aliases']): Record<string, StoredAliases> {
  const modules = new Map<string, [string, InventoryAlias][]>();
  for (const [path, alias] of aliases) {
    const [owner, name] = splitPath(path);
    const held = modules.get(owner);
    if (held) held.push([name, alias]);
    else modules.set(owner, [[name, alias]]);
  }
  return Object.fromEntries(
    [...modules].map(([module, members]) => {
      const targets = members.map(([name, { to }]) => (to.endsWith(`.${name}`) ? `${to.slice(0, -name.length)}=` : to));
      const aged = members.flatMap(([name, { introduced, deprecated, removed }]) =>
        introduced || deprecated || removed
          ? [
              [
                name,
                { ...(introduced && { introduced }), ...(deprecated && { deprecated }), ...(removed && { removed }) },
              ],
            ]
          : [],
      );
      const stored: StoredAliases = [members.map(([name]) => name).join(' '), targets.join(' ')];
      if (aged.length > 0) stored.push(Object.fromEntries(aged));
      return [module, stored];
    }),
  );
}

/** The class that took the place of one that moved stands behind its bases: there its members are found. */
function moreOf(name: string, entry: InventoryEntry, types: Table): [string, StoredMore][] {
  const bases = [...(entry.bases ?? []), ...(entry.kind === 'class' && entry.moved ? [entry.moved.to] : [])];
  const known = bases.filter((base) => base.includes('.')).map((base) => types.number(base));
  if (known.length === 0 && !entry.templated) return [];
  return [[name, entry.templated ? [known, entry.templated.join(' ')] : [known]]];
}

function letterOf(entry: InventoryEntry, isExplained: boolean): string {
  const bound: KindLetter | undefined = entry.static === 'class' ? 'k' : entry.static === 'static' ? 's' : undefined;
  const letter = (entry.kind === 'method' ? bound : undefined) ?? (entry.kind ?? 'attribute')[0] ?? 'a';
  return isExplained ? letter.toUpperCase() : letter;
}

/** `name: type=default` with the type as a number of the table. */
function shortParameter(text: string, types: Table | undefined): string {
  const { name, type, fallback } = splitParameter(text);
  return `${name}${type === undefined || !types ? '' : `: #${types.number(type)}`}${fallback === undefined ? '' : `=${fallback}`}`;
}

/** The type ends at the first `=` outside brackets. */
export function splitParameter(text: string): { name: string; type?: string; fallback?: string } {
  const [, name = text, rest = ''] = /^([*/]*\w*)([\s\S]*)$/.exec(text) ?? [];
  if (!rest.startsWith(': ')) return rest.startsWith('=') ? { name, fallback: rest.slice(1) } : { name };
  let depth = 0;
  for (let index = 2; index < rest.length; index++) {
    const letter = rest[index] ?? '';
    if ('[({'.includes(letter)) depth++;
    else if ('])}'.includes(letter)) depth--;
    else if (letter === '=' && depth === 0)
      return { name, type: rest.slice(2, index), fallback: rest.slice(index + 1) };
  }
  return { name, type: rest.slice(2) };
}

export function splitPath(path: string): [owner: string, name: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}

/** Modules and classes of an inventory: paths that are no class hold functions and classes. */
export function isMember(path: string, inventory: Inventory): boolean {
  return inventory.sections.symbols?.[splitPath(path)[0]]?.kind === 'class';
}
