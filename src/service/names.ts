import type { ReadCatalogue } from '../catalogue/apiKnowledge';
import { once } from '../catalogue/once';
import { fileOfCard, linesOf, unpackCard, valueOf, type StoredRecognition } from '../catalogue/storedRecognition';
import type { NameTable, TermCard, ToolCard } from '../catalogue/types';

export interface NameMatch {
  toolId: string;
  /** How much of the key was matched, in characters. */
  length: number;
}

/** Questions to the recognition tables. */
export class Names {
  readonly #stored: StoredRecognition;
  readonly #read: ReadCatalogue;
  readonly #files = new Map<string, Promise<string>>();
  readonly #cards = new Map<string, ToolCard | TermCard | undefined>();
  readonly #wildcards = new Map<NameTable, [prefix: string, toolId: string][]>();
  readonly #starting = new Map<string, [string, string][]>();
  readonly #byTool = new Map<NameTable, Map<string, string[]>>();

  constructor(stored: StoredRecognition, read: ReadCatalogue) {
    this.#stored = stored;
    this.#read = read;
  }

  /** The card of a term, by its key in the tables: `term:<id>`. */
  async termCard(key: string): Promise<TermCard | undefined> {
    return key.startsWith('term:') ? ((await this.#card(key)) as TermCard | undefined) : undefined;
  }

  async card(toolId: string): Promise<ToolCard | undefined> {
    return toolId.startsWith('term:') ? undefined : ((await this.#card(toolId)) as ToolCard | undefined);
  }

  /** Whether there is such a tool. */
  knows(toolId: string): boolean {
    return this.exact('lookup', toolId) === toolId;
  }

  async #card(key: string) {
    if (!this.#cards.has(key)) {
      const file = fileOfCard(key, this.#stored.cards);
      const text = file === undefined ? '' : await this.#file(file);
      this.#cards.set(key, unpackCard(text, key) as ToolCard | TermCard | undefined);
    }
    return this.#cards.get(key);
  }

  #file(name: string): Promise<string> {
    return once(this.#files, name, async () => JSON.parse(await this.#read(`cards/${name}.json`)) as string);
  }

  /** Other tools whose presence in a file makes this tool's ambiguous names certain. */
  contextOf(toolId: string): readonly string[] {
    const { context } = this.#stored;
    return Object.hasOwn(context, toolId) ? (context[toolId] ?? []) : [];
  }

  /** The keys that a tool has in a table. */
  namesOf(table: NameTable, toolId: string): readonly string[] {
    let byTool = this.#byTool.get(table);
    if (!byTool) {
      byTool = new Map();
      for (const [name, id] of this.entries(table)) byTool.set(id, [...(byTool.get(id) ?? []), name]);
      this.#byTool.set(table, byTool);
    }
    return byTool.get(toolId) ?? [];
  }

  /** Every key of a table with its tool. */
  entries(table: NameTable): Iterable<[name: string, toolId: string]> {
    return linesOf(this.#stored.names[table]);
  }

  /** Entries of a table whose name begins with this character: few, where the table holds hundreds. */
  startingWith(table: NameTable, character: string): readonly [name: string, toolId: string][] {
    if (character === '') return [];
    const key = character + table;
    let found = this.#starting.get(key);
    if (!found) {
      found = [];
      for (const line of linesOf(this.#stored.names[table], character)) {
        if (!line[0].startsWith(character)) break;
        found.push(line);
      }
      this.#starting.set(key, found);
    }
    return found;
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
    return valueOf(this.#stored.names[table], key);
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
