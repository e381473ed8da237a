import type { FoundFile } from './find';

type Read = (uris: readonly string[]) => Promise<(string | null)[]>;

/** What files say, each read once until it changes. */
export class KeptFiles<T> {
  readonly #read: Read;
  readonly #parse: (uri: string, text: string) => T;
  readonly #known = new Map<string, T>();
  #changes = 0;

  constructor(read: Read, parse: (uri: string, text: string) => T) {
    this.#read = read;
    this.#parse = parse;
  }

  /** A file has another text; or it came or went, and with a folder all below it. */
  changed(uri: string, what: 'text' | 'existence'): void {
    this.#changes++;
    this.#known.delete(uri);
    if (what === 'text') return;
    for (const known of this.#known.keys()) if (known.startsWith(`${uri}/`)) this.#known.delete(known);
  }

  forget(): void {
    this.#changes++;
    this.#known.clear();
  }

  async of(files: readonly FoundFile[]): Promise<{ file: FoundFile; said: T }[]> {
    const unread = files.filter(({ uri }) => !this.#known.has(uri)).map(({ uri }) => uri);
    const before = this.#changes;
    const texts = unread.length > 0 ? await this.#read(unread) : [];
    const fresh = new Map(unread.map((uri, index) => [uri, this.#parse(uri, texts[index] ?? '')]));
    // what changed while it was read is read again
    if (before === this.#changes) for (const [uri, said] of fresh) this.#known.set(uri, said);
    return files.flatMap((file) => {
      const said = fresh.get(file.uri) ?? this.#known.get(file.uri);
      return said === undefined ? [] : [{ file, said }];
    });
  }
}
