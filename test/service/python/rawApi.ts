import { readFileSync } from 'node:fs';
import type { ApiAlias, ApiNames, ApiParameter, ApiSymbol } from '../../../src/catalogue/api';

interface RawSymbol extends Omit<ApiSymbol, 'path' | 'parameters'> {
  parameters?: string[];
}

interface Inventory {
  symbols: Record<string, RawSymbol>;
  aliases: Record<string, ApiAlias>;
}

/** The inventories as they lie in the source: what the compiled shards must answer, without compiling them. */
export class RawApi implements ApiNames {
  readonly #symbols = new Map<string, ApiSymbol>();
  readonly #aliases = new Map<string, ApiAlias>();
  readonly #children = new Map<string, Set<string>>();
  readonly #owners = new Map<string, string[]>();

  constructor(...inventories: string[]) {
    for (const name of inventories) {
      const file = new URL(`../../../src/content/api/${name}/inventory.json`, import.meta.url);
      const { symbols, aliases } = JSON.parse(readFileSync(file, 'utf8')) as Inventory;
      for (const [path, raw] of Object.entries(symbols)) {
        const { parameters, ...rest } = raw;
        this.#symbols.set(path, { ...rest, path, ...(parameters ? { parameters: readParameters(parameters) } : {}) });
        this.#addChild(path);
      }
      for (const [path, alias] of Object.entries(aliases)) {
        this.#aliases.set(path, alias);
        this.#addChild(path);
      }
    }
    for (const [path, { kind }] of this.#symbols) {
      const at = path.lastIndexOf('.');
      const owner = path.slice(0, at);
      if (kind === 'function' || this.#symbols.get(owner)?.kind !== 'class') continue;
      const name = path.slice(at + 1);
      this.#owners.set(name, [...(this.#owners.get(name) ?? []), owner]);
    }
  }

  lookup(path: string, depth = 0): ApiSymbol | undefined {
    const own = this.#symbols.get(path);
    if (own || depth > 8) return own;
    const alias = this.#aliases.get(path);
    if (alias) return this.lookup(alias.to, depth + 1);
    if (this.#children.has(path)) return { path, kind: 'module' };
    const at = path.lastIndexOf('.');
    if (at < 0) return undefined;
    const owner = this.lookup(path.slice(0, at), depth + 1);
    if (owner?.kind === 'class') return this.member(owner.path, path.slice(at + 1));
    return undefined;
  }

  alias(path: string): ApiAlias | undefined {
    return this.#aliases.get(path);
  }

  member(classPath: string, name: string, depth = 0): ApiSymbol | undefined {
    const bare = classPath.split('[')[0] ?? classPath;
    let owner = this.#symbols.get(bare);
    for (let at: string | undefined = bare, steps = 0; !owner && at !== undefined && steps < 8; steps++) {
      at = this.#aliases.get(at)?.to;
      owner = at === undefined ? undefined : this.#symbols.get(at);
    }
    if (owner?.kind !== 'class' || depth > 12) return undefined;
    const own = this.#symbols.get(`${owner.path}.${name}`);
    if (own) return own;
    for (const base of owner.bases ?? []) {
      const found = this.member(base, name, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  exports(modulePath: string): readonly string[] {
    return [...(this.#children.get(modulePath) ?? [])].filter((name) => !name.startsWith('_'));
  }

  owners(memberName: string): readonly string[] {
    return this.#owners.get(memberName) ?? [];
  }

  #addChild(path: string): void {
    for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) {
      const parent = path.slice(0, at);
      const name = path.slice(at + 1).split('.')[0] ?? '';
      const known = this.#children.get(parent);
      if (known) known.add(name);
      else this.#children.set(parent, new Set([name]));
    }
  }
}

function readParameters(texts: readonly string[]): ApiParameter[] {
  const found: ApiParameter[] = [];
  let keyword = false;
  for (const text of texts) {
    if (text === '/') for (const one of found) one.kind = 'positional';
    if (text === '/' || text === '*') {
      keyword ||= text === '*';
      continue;
    }
    const [, stars = '', name = '', rest = ''] = /^(\**)([^:=]+)(.*)$/s.exec(text) ?? [];
    const kind = stars === '**' ? 'options' : stars === '*' ? 'rest' : keyword ? 'keyword' : 'any';
    keyword ||= stars === '*';
    const [, type, value] = /^(?::\s*(.*?))?(?:=(.*))?$/s.exec(rest) ?? [];
    found.push({
      name: name.trim(),
      kind,
      ...(type === undefined ? {} : { type }),
      ...(value === undefined ? {} : { default: value }),
    });
  }
  return found;
}

export const rawApi = new RawApi('pyspark', 'airflow');
