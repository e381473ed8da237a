import type { ApiNames, ApiParameter, ApiParameterText, ApiSymbol, ApiText } from './api';

type Words = Record<string, ApiParameterText>;

/**
 * Words for parameters of a class, or of a method that overrides one, from the bases that take them in the same way:
 * the nearest base that takes one by that name must write it alike. Where `**kwargs` are handed on, also for the
 * keywords that no signature names.
 */
export async function inheritedWords(
  path: string,
  names: ApiNames,
  textOf: (path: string) => Promise<ApiText | undefined>,
): Promise<Words> {
  const symbol = names.lookup(path);
  const own = parametersOf(symbol);
  const settled = new Set<string>();
  const found: Words = {};
  for (const base of symbol ? basesOf(symbol, names) : []) {
    const words = new Map(Object.entries((await textOf(base.path))?.parameters ?? {}));
    const taken = parametersOf(base);
    for (const name of new Set([...own.keys(), ...words.keys()])) {
      const [here, there, said] = [own.get(name), taken.get(name), words.get(name)];
      const isSame = here && there ? isWrittenAlike(here, there) : !here && !there && takesOthers(symbol);
      if (isSame && said && !settled.has(name)) found[name] = said;
      // a base that takes it in another way hides what stands further up
      if (there ? !isSame || said : said) settled.add(name);
    }
  }
  return found;
}

function parametersOf(symbol: ApiSymbol | undefined): Map<string, ApiParameter> {
  return new Map((symbol?.parameters ?? []).map((one) => [one.name, one]));
}

/** Another default can mean another thing. */
function isWrittenAlike(one: ApiParameter, other: ApiParameter): boolean {
  return one.type === other.type && one.default === other.default;
}

function takesOthers(symbol: ApiSymbol | undefined): boolean {
  return !symbol?.parameters || symbol.parameters.some(({ kind }) => kind === 'options');
}

/** The classes that a class is built on, the nearest first; of a method those of that name. */
function basesOf(symbol: ApiSymbol, names: ApiNames): ApiSymbol[] {
  const dot = symbol.path.lastIndexOf('.');
  const owner = symbol.kind === 'class' ? symbol : names.lookup(symbol.path.slice(0, dot));
  const found = new Map<string, ApiSymbol>();
  const waiting = owner?.kind === 'class' ? [...(owner.bases ?? [])] : [];
  const seen = new Set<string>();
  for (const base of waiting) {
    const known = names.lookup(base.split('[')[0] ?? base);
    if (known?.kind !== 'class' || seen.has(known.path)) continue;
    seen.add(known.path);
    waiting.push(...(known.bases ?? []));
    const member = symbol.kind === 'class' ? known : names.lookup(`${known.path}.${symbol.path.slice(dot + 1)}`);
    if (member) found.set(member.path, member);
  }
  found.delete(symbol.path);
  return [...found.values()];
}
