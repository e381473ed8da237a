import type { ApiNames, ApiText } from './api';
import { LoadedNames, type StoredNames } from './apiStored';
import { areasOf, readText, textFilesOf, type ApiIndex, type StoredTexts } from './apiTexts';
import { inheritedWords } from './inheritedWords';
import { once } from './once';
import { optionWords } from './optionWords';

/** Reads a file of the compiled catalogue by its path below `catalogue/`. */
export type ReadCatalogue = (path: string) => Promise<string>;

/** What takes the parameters of another thing: decorators those of what they make, an old method those of the one that it calls. */
const makes: ReadonlyMap<string, string> = new Map([
  ['pyspark.sql.SQLContext.createDataFrame', 'pyspark.sql.SparkSession.createDataFrame'],
  ['airflow.sdk.dag', 'airflow.sdk.DAG'],
  ['airflow.sdk.task_group', 'airflow.sdk.TaskGroup'],
]);

/** Answers that are kept of each kind. */
const mostAsked = 500;

/** The APIs that the catalogue knows. Nothing is read before it is asked for, and nothing twice; a failed read is tried again. */
export class ApiKnowledge {
  readonly #read: ReadCatalogue;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #names = new Map<string, Promise<ApiNames>>();
  /** By the imports of a file: every hover in it asks with the same. */
  readonly #asked = new Map<string, Promise<ApiNames>>();
  readonly #filesOf = new Map<string, string[]>();
  readonly #calls = new Map<string, Promise<ApiText | undefined>>();
  readonly #folded = new Map<string, Promise<ReadonlyMap<string, string>>>();
  /** By section, as lists are made of them. */
  readonly #texts = new Map<string, Promise<readonly ApiText[]>>();

  constructor(read: ReadCatalogue) {
    this.#read = read;
  }

  /** The names that a file can use which imports these paths. The same areas give the same object. */
  names(paths: Iterable<string>): Promise<ApiNames> {
    const wanted = [...paths];
    // imports that are being typed ask once each
    return once(this.#asked, wanted.join(' '), () => this.#namesFor(wanted), mostAsked);
  }

  async #namesFor(wanted: readonly string[]): Promise<ApiNames> {
    const index = await this.#index();
    const first = areasOf(wanted, index);
    const names = await this.#load(first);
    // an old path may lead into an area that its own does not need: the operators that became providers
    const further = areasOf([...wanted, ...wanted.flatMap((path) => names.alias(path)?.to ?? [])], index);
    return further.size === first.size ? names : this.#load(further);
  }

  /** What is said of a symbol; undefined where nothing is known beyond its signature. */
  async text(path: string): Promise<ApiText | undefined> {
    for (const file of this.#textFiles(path, await this.#index())) {
      const text = readText(path, await this.#file<StoredTexts>(file));
      if (text) return text;
    }
    return undefined;
  }

  /** The same with words for its parameters: where it has none of its own, those of what it moved to, makes, is built on or sets. */
  textOfCall(path: string): Promise<ApiText | undefined> {
    return once(this.#calls, path, () => this.#readCall(path), mostAsked);
  }

  async #readCall(path: string): Promise<ApiText | undefined> {
    const own = await this.text(path);
    const other = own?.facts.moved?.to ?? makes.get(path);
    const lender = other === undefined ? undefined : await this.textOfCall(other);
    const text = own ?? (lender && { name: path, facts: { package: lender.facts.package } });
    if (!text) return undefined;
    const names = await this.names([path]);
    const inherited = await inheritedWords(path, names, (base) => this.text(base));
    const options = await optionWords(path, names, (section, name) => this.textIn(section, name));
    return { ...text, parameters: { ...inherited, ...options, ...lender?.parameters, ...text.parameters } };
  }

  /** What is said of a name that is no symbol: `spark-conf/keys`, `airflow/templateVariables`, `dbt/macros`. */
  async textIn(section: string, name: string): Promise<ApiText | undefined> {
    const file = (await this.#index()).sections[section];
    return file === undefined ? undefined : readText(name, await this.#file<StoredTexts>(file));
  }

  /** The names of a section, for completion and lookup. */
  async namesIn(section: string): Promise<string[]> {
    const file = (await this.#index()).sections[section];
    if (file === undefined) return [];
    const { entries } = await this.#file<StoredTexts>(file);
    return Object.entries(entries).flatMap(([owner, held]) =>
      Object.keys(held).map((name) => (owner === '' ? name : `${owner}.${name}`)),
    );
  }

  /** The same by their lower-case spelling, for names that any case writes. */
  foldedNames(section: string): Promise<ReadonlyMap<string, string>> {
    return once(this.#folded, section, async () => {
      const names = await this.namesIn(section);
      return new Map(names.map((name) => [name.toLowerCase(), name]));
    });
  }

  /** What is said of all names of a section, read once; nothing of a section that there is not. */
  textsIn(section: string): Promise<readonly ApiText[]> {
    return once(this.#texts, section, () => this.#readAll(section));
  }

  async #readAll(section: string): Promise<readonly ApiText[]> {
    const file = (await this.#index()).sections[section];
    if (file === undefined) return [];
    const texts = await this.#file<StoredTexts>(file);
    return (await this.namesIn(section)).flatMap((name) => readText(name, texts) ?? []);
  }

  /** The newest version of each distribution that was read. */
  async newestVersions(): Promise<(distribution: string) => string | undefined> {
    const { newest } = await this.#index();
    return (name) => (Object.hasOwn(newest, name) ? newest[name] : undefined);
  }

  #textFiles(path: string, index: ApiIndex): string[] {
    let files = this.#filesOf.get(path);
    if (!files) {
      files = textFilesOf(path, index);
      if (this.#filesOf.size >= mostAsked) this.#filesOf.clear();
      this.#filesOf.set(path, files);
    }
    return files;
  }

  #load(areas: Set<string>): Promise<ApiNames> {
    const ids = [...areas].sort();
    return once(this.#names, ids.join(' '), async () => {
      return new LoadedNames(await Promise.all(ids.map((id) => this.#file<StoredNames>(`names-${id}`))));
    });
  }

  #index(): Promise<ApiIndex> {
    return this.#file<ApiIndex>('index');
  }

  #file<T>(name: string): Promise<T> {
    const read = async () => JSON.parse(await this.#read(`api/${name}.json`)) as unknown;
    return once(this.#files, name, read) as Promise<T>;
  }
}
