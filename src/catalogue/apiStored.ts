import type { ApiAlias, ApiKind, ApiNames, ApiParameter, ApiParameterKind, ApiSymbol } from './api';

/**
 * How the names of an area lie in `api/names-<area>.json`: columns by owner, every text once. Nothing of it is decoded
 * before somebody asks for that owner.
 */
export interface StoredNames {
  /** Texts of types; the first is empty and stands for none. */
  types: string[];
  /** Texts of parameters: `name: type=default`, types of the table as `#n`. */
  parameters: string[];
  /** Lists of parameters by number; the first is empty and stands for no signature. */
  lists: number[][];
  /** By the module or class that holds them; the empty text for names without a dot. */
  owners: Record<string, StoredOwner>;
  /** By the module in which they stand: names, and what they lead to. */
  aliases: Record<string, StoredAliases>;
}

/**
 * Names parted by spaces; one letter of `kindLetters` for each, a capital where it is explained; numbers of its
 * parameter list and its type; and by name what few have.
 */
export type StoredOwner = [
  names: string,
  kinds: string,
  lists: number[],
  types: number[],
  more?: Record<string, StoredMore>,
];

/** Numbers of the bases in the table of types, and templated names parted by spaces. */
export type StoredMore = [bases: number[], templated?: string];

/** Names and targets parted by spaces; a target is the whole path, or `=` for the owner in front of the same name. */
export type StoredAliases = [names: string, targets: string, ages?: Record<string, Omit<ApiAlias, 'to'>>];

export const kindLetters = { c: 'class', f: 'function', m: 'method', p: 'property', a: 'attribute' } as const;
/** Methods of a class and static ones. */
const boundLetters = { k: 'class', s: 'static' } as const;

export type KindLetter = keyof typeof kindLetters | keyof typeof boundLetters;

/** The names of several areas as one. */
export class LoadedNames implements ApiNames {
  readonly #areas: readonly StoredNames[];
  readonly #owners = new Map<string, Map<string, ApiSymbol>>();
  readonly #aliases = new Map<string, Map<string, ApiAlias>>();
  readonly #exports = new Map<string, readonly string[]>();
  /** By module: the names of the modules in it. */
  #modules: Map<string, Set<string>> | undefined;
  #members: Map<string, string[]> | undefined;

  constructor(areas: readonly StoredNames[]) {
    this.#areas = areas;
  }

  lookup(path: string): ApiSymbol | undefined {
    return this.#lookup(path, 0);
  }

  alias(path: string): ApiAlias | undefined {
    const [owner, name] = split(path);
    return this.#aliasesOf(owner).get(name);
  }

  member(classPath: string, name: string): ApiSymbol | undefined {
    return this.#member(classPath, name, 0);
  }

  exports(modulePath: string): readonly string[] {
    let names = this.#exports.get(modulePath);
    if (!names) {
      const found = [
        ...this.#symbolsOf(modulePath).keys(),
        ...this.#aliasesOf(modulePath).keys(),
        ...(this.#moduleTree().get(modulePath) ?? []),
      ];
      names = [...new Set(found)].filter((name) => !name.startsWith('_'));
      this.#exports.set(modulePath, names);
    }
    return names;
  }

  owners(memberName: string): readonly string[] {
    this.#members ??= this.#readMembers();
    return this.#members.get(memberName) ?? [];
  }

  #lookup(path: string, depth: number): ApiSymbol | undefined {
    const [owner, name] = split(path);
    const own = this.#symbolsOf(owner).get(name);
    if (own) return own;
    if (depth > 12) return undefined;
    const alias = this.#aliasesOf(owner).get(name);
    if (alias && alias.to !== path) return this.#lookup(alias.to, depth + 1);
    if (this.#moduleTree().has(path)) return { path, kind: 'module' };
    if (owner === '') return undefined;
    const held = this.#lookup(owner, depth + 1);
    if (held?.kind === 'class') return this.#member(held.path, name, depth + 1);
    return held && held.path !== owner ? this.#lookup(`${held.path}.${name}`, depth + 1) : undefined;
  }

  #member(classPath: string, name: string, depth: number): ApiSymbol | undefined {
    if (depth > 24) return undefined;
    const path = classPath.replace(/\[[\s\S]*$/, '');
    const symbol = this.#lookup(path, depth + 1);
    if (symbol?.kind !== 'class') return undefined;
    if (symbol.path !== path) return this.#member(symbol.path, name, depth + 1);
    const own = this.#symbolsOf(path).get(name);
    if (own) return own;
    for (const base of symbol.bases ?? []) {
      const found = this.#member(base, name, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  #symbolsOf(owner: string): Map<string, ApiSymbol> {
    let symbols = this.#owners.get(owner);
    if (!symbols) {
      symbols = new Map();
      for (const area of this.#areas) {
        if (Object.hasOwn(area.owners, owner)) readOwner(owner, area.owners[owner]!, area, symbols);
      }
      this.#owners.set(owner, symbols);
    }
    return symbols;
  }

  #aliasesOf(owner: string): Map<string, ApiAlias> {
    let aliases = this.#aliases.get(owner);
    if (!aliases) {
      aliases = new Map();
      for (const area of this.#areas) {
        if (Object.hasOwn(area.aliases, owner)) readAliases(area.aliases[owner]!, aliases);
      }
      this.#aliases.set(owner, aliases);
    }
    return aliases;
  }

  /** Every prefix of an owner that is no class, and of every place of an alias. */
  #moduleTree(): Map<string, Set<string>> {
    if (this.#modules) return this.#modules;
    const modules = new Map<string, Set<string>>();
    this.#modules = modules;
    const add = (path: string) => {
      for (let at = path; at !== '' && !modules.has(at);) {
        modules.set(at, new Set());
        at = split(at)[0];
      }
    };
    for (const { owners, aliases } of this.#areas) {
      for (const owner of [...Object.keys(owners), ...Object.keys(aliases)]) if (!this.#isHeld(owner)) add(owner);
    }
    for (const path of modules.keys()) {
      const [owner, name] = split(path);
      modules.get(owner)?.add(name);
    }
    return modules;
  }

  #isHeld(path: string): boolean {
    const [owner, name] = split(path);
    return (
      owner !== '' && this.#areas.some(({ owners }) => Object.hasOwn(owners, owner) && holds(owners[owner]!, name))
    );
  }

  #readMembers(): Map<string, string[]> {
    const members = new Map<string, string[]>();
    for (const { owners } of this.#areas) {
      for (const [owner, [names]] of Object.entries(owners)) {
        if (!this.#isHeld(owner)) continue;
        for (const name of names.split(' ')) {
          const classes = members.get(name);
          if (classes) classes.push(owner);
          else members.set(name, [owner]);
        }
      }
    }
    return members;
  }
}

function holds([names]: StoredOwner, name: string): boolean {
  return ` ${names} `.includes(` ${name} `);
}

function readOwner(owner: string, stored: StoredOwner, area: StoredNames, symbols: Map<string, ApiSymbol>): void {
  const [names, kinds, lists, types, more = {}] = stored;
  names.split(' ').forEach((name, index) => {
    const path = owner === '' ? name : `${owner}.${name}`;
    const [bases = [], templated] = (Object.hasOwn(more, name) ? more[name] : undefined) ?? [];
    const symbol = readSymbol(path, kinds[index] ?? 'a', area.types[types[index] ?? 0] ?? '');
    const list = lists[index] ?? 0;
    if (list > 0) symbol.parameters = readParameters(area, list);
    if (bases.length > 0) symbol.bases = bases.map((number) => area.types[number] ?? '');
    if (templated !== undefined) symbol.templated = templated.split(' ');
    symbols.set(name, symbol);
  });
}

function readSymbol(path: string, letter: string, type: string): ApiSymbol {
  const small = letter.toLowerCase();
  const bound = small === 'k' || small === 's' ? boundLetters[small] : undefined;
  const kind: ApiKind = bound ? 'method' : (kindLetters[small as keyof typeof kindLetters] ?? 'attribute');
  const typed = type === '' ? {} : kind === 'attribute' ? { type } : { returns: type };
  return { path, kind, ...typed, ...(bound && { static: bound }), ...(letter !== small && { explained: true }) };
}

/** The marks `*` and `/` are taken away; what they say is in the kinds. */
function readParameters(area: StoredNames, list: number): ApiParameter[] {
  const parameters: ApiParameter[] = [];
  let kind: ApiParameterKind = 'any';
  for (const number of area.lists[list] ?? []) {
    const text = area.parameters[number] ?? '';
    if (text === '*') kind = 'keyword';
    else if (text === '/') for (const before of parameters) before.kind = 'positional';
    else {
      const parameter = readParameter(text, kind, area.types);
      if (parameter.kind === 'rest') kind = 'keyword';
      parameters.push(parameter);
    }
  }
  return parameters;
}

function readParameter(text: string, kind: ApiParameterKind, types: readonly string[]): ApiParameter {
  const [, stars = '', name = text, type, fallback] = /^(\**)(\w+)(?:: #(\d+))?(?:=([\s\S]*))?$/.exec(text) ?? [];
  return {
    name,
    kind: stars === '*' ? 'rest' : stars === '**' ? 'options' : kind,
    ...(type !== undefined && { type: types[Number(type)] ?? '' }),
    ...(fallback !== undefined && { default: fallback }),
  };
}

function readAliases([names, targets, ages = {}]: StoredAliases, aliases: Map<string, ApiAlias>): void {
  const to = targets.split(' ');
  names.split(' ').forEach((name, index) => {
    const target = to[index] ?? '';
    const path = target.endsWith('=') ? target.slice(0, -1) + name : target;
    aliases.set(name, { to: path, ...(Object.hasOwn(ages, name) ? ages[name] : undefined) });
  });
}

function split(path: string): [owner: string, name: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}
