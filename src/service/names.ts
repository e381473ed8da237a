import { unpackCard, unpackTable, type StoredRecognition } from '../catalogue/storedRecognition';
import type { NameTable, TermCard, ToolCard } from '../catalogue/types';

export interface NameMatch {
  toolId: string;
  /** How much of the key was matched, in characters. */
  length: number;
}

/** Questions to the recognition tables. Maps, so that "constructor" is not a tool. */
export class Names {
  readonly #stored: StoredRecognition;
  readonly #cards = new Map<string, ToolCard | TermCard | undefined>();
  readonly #tables = new Map<NameTable, Map<string, string>>();
  readonly #wildcards = new Map<NameTable, [prefix: string, toolId: string][]>();
  readonly #byFirst = new Map<NameTable, Map<string, [string, string][]>>();

  constructor(stored: StoredRecognition) {
    this.#stored = stored;
  }

  /** The card of a term, by its key in the tables: `term:<id>`. */
  termCard(key: string): TermCard | undefined {
    if (!key.startsWith('term:')) return undefined;
    return this.#card(this.#stored.terms, key, key.slice('term:'.length)) as TermCard | undefined;
  }

  card(toolId: string): ToolCard | undefined {
    return this.#card(this.#stored.tools, `tool:${toolId}`, toolId) as ToolCard | undefined;
  }

  #card(cards: string, key: string, id: string) {
    if (!this.#cards.has(key)) this.#cards.set(key, unpackCard(cards, id) as ToolCard | TermCard | undefined);
    return this.#cards.get(key);
  }

  #table(table: NameTable): Map<string, string> {
    let names = this.#tables.get(table);
    if (!names) this.#tables.set(table, (names = unpackTable(this.#stored.names[table])));
    return names;
  }

  /** Other tools whose presence in a file makes this tool's ambiguous names certain. */
  contextOf(toolId: string): readonly string[] {
    const { context } = this.#stored;
    return Object.hasOwn(context, toolId) ? (context[toolId] ?? []) : [];
  }

  /** Every key of a table with its tool. */
  entries(table: NameTable): Iterable<[name: string, toolId: string]> {
    return this.#table(table).entries();
  }

  /** Entries of a table whose name begins with this character: few, where the table holds hundreds. */
  startingWith(table: NameTable, character: string): readonly [name: string, toolId: string][] {
    let byCharacter = this.#byFirst.get(table);
    if (!byCharacter) {
      byCharacter = new Map();
      for (const entry of this.entries(table)) {
        const first = entry[0][0] ?? '';
        const bucket = byCharacter.get(first);
        if (bucket) bucket.push(entry);
        else byCharacter.set(first, [entry]);
      }
      this.#byFirst.set(table, byCharacter);
    }
    return byCharacter.get(character) ?? [];
  }

  /** What people may mean by a word that they asked about: a name, else a package or a command. */
  byWord(word: string): string | undefined {
    const lower = word.toLowerCase();
    return (
      this.exact('lookup', lower) ??
      this.exact('prose', word) ??
      this.exact('pypi', lower.replace(/[-_.]+/g, '-')) ??
      this.exact('commands', word)
    );
  }

  /** The tool that owns exactly this key. */
  exact(table: NameTable, key: string): string | undefined {
    return this.#table(table).get(key);
  }

  /** Longest prefix of `path` by whole segments: `airflow.providers.snowflake.hooks` finds `airflow.providers.snowflake`. */
  longestPrefix(table: NameTable, path: string, separator: string): NameMatch | undefined {
    for (let key = path; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf(separator)))) {
      const toolId = this.exact(table, key);
      if (toolId !== undefined) return { toolId, length: key.length };
    }
    return undefined;
  }

  /** Exact key, else the longest key ending in `*` whose rest begins `key`: `aws_s3_bucket` finds `aws_s3_*`. */
  wildcard(table: NameTable, key: string): string | undefined {
    return this.exact(table, key) ?? this.#prefixes(table).find(([prefix]) => key.startsWith(prefix))?.[1];
  }

  /** The table's wildcard keys without their `*`, longest first. */
  #prefixes(table: NameTable): [string, string][] {
    let prefixes = this.#wildcards.get(table);
    if (!prefixes) {
      prefixes = [...this.entries(table)]
        .filter(([name]) => name.endsWith('*'))
        .map(([name, toolId]): [string, string] => [name.slice(0, -1), toolId])
        .sort(([a], [b]) => b.length - a.length);
      this.#wildcards.set(table, prefixes);
    }
    return prefixes;
  }
}
