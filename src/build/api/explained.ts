import type { Explanation } from './explanation';
import { parameterName } from './inventory';
import { entriesOf, type ApiSource, type ExplainedEntry } from './source';

/** The explanations of one inventory, and what stands in for one that nobody wrote. */
export class Explained {
  readonly #source: ApiSource;
  readonly #entries = new Map<string, ExplainedEntry>();

  constructor(source: ApiSource) {
    this.#source = source;
    for (const entry of entriesOf(source)) this.#entries.set(`${entry.section}/${entry.name}`, entry);
  }

  entry(section: string, name: string): ExplainedEntry | undefined {
    return this.#entries.get(`${section}/${name}`);
  }

  /** The meaning of an attribute that a constructor's parameter sets: what is said of the parameter. */
  asParameter(name: string): { owner: ExplainedEntry; does: string } | undefined {
    const symbol = this.#source.inventory.sections.symbols?.[name];
    if (symbol?.kind !== 'attribute' && symbol?.kind !== 'property') return undefined;
    const [owner, last] = split(name);
    return this.#parameter(owner, last, 0);
  }

  /** What is said of the member of a base that this one overrides. */
  inherited(name: string, depth = 0): ExplainedEntry | undefined {
    const [owner, last] = split(name);
    for (const base of this.#bases(owner)) {
      const found = this.entry('symbols', `${base}.${last}`);
      const further = found ?? (depth < 8 ? this.inherited(`${base}.${last}`, depth + 1) : undefined);
      if (further) return further;
    }
    return undefined;
  }

  /** Whether a hover of this name has something to say. */
  has(section: string, name: string): boolean {
    if (this.#entries.has(`${section}/${name}`)) return true;
    return section === 'symbols' && (this.asParameter(name) !== undefined || this.inherited(name) !== undefined);
  }

  #parameter(owner: string, name: string, depth: number): { owner: ExplainedEntry; does: string } | undefined {
    const entry = this.entry('symbols', owner);
    const said = entry && parameterIn(entry.entry, name);
    if (entry && said !== undefined) return { owner: entry, does: said };
    if (depth > 8) return undefined;
    for (const base of this.#bases(owner)) {
      const found = this.#parameter(base, name, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  #bases(owner: string): string[] {
    return (this.#source.inventory.sections.symbols?.[owner]?.bases ?? []).map((base) => base.replace(/\[.*/, ''));
  }
}

function parameterIn({ parameters }: Explanation, name: string): string | undefined {
  for (const [text, { does }] of Object.entries(parameters)) if (parameterName(text) === name) return does;
  return undefined;
}

function split(name: string): [owner: string, last: string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
}
