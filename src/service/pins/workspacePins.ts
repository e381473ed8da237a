import { isManifest, readPins } from './manifests';
import type { Pin } from './pin';
import { adaptersOf, isForSpark, sqlSigns, type SqlSigns } from './sqlEngine';

/** A pin, and the file that holds it. */
export interface PlacedPin extends Pin {
  uri: string;
}

/** The pins of all files of a workspace. Pure: the files are handed in as they are found, change and go. */
export class WorkspacePins {
  readonly #files = new Map<string, PlacedPin[]>();
  readonly #signs = new Map<string, SqlSigns>();

  /** Reads a file anew; its text is not kept. */
  set(uri: string, text: string): void {
    const pins = readPins(nameOf(uri), text).map((pin) => ({ ...pin, uri }));
    if (pins.length > 0) this.#files.set(uri, pins);
    else this.#files.delete(uri);
    const signs = sqlSigns(nameOf(uri), text);
    if (signs) this.#signs.set(uri, signs);
    else this.#signs.delete(uri);
  }

  delete(uri: string): void {
    this.#files.delete(uri);
    this.#signs.delete(uri);
  }

  /** Whether the SQL of a document is surely Spark's, by the files in the folders above it; where there are none, by all. */
  isSparkSql(documentUri: string): boolean {
    return isForSpark(this.#signsFor(documentUri));
  }

  /** The adapters of dbt that a document's project uses, without `dbt-`, by the same files; empty where none says so. */
  dbtAdapters(documentUri: string): string[] {
    return adaptersOf(this.#signsFor(documentUri));
  }

  /** Whether a list of dbt's packages above a document has one of this name; where there is none above, any of all. */
  usesDbtPackage(documentUri: string, name: string): boolean {
    const lists = [...this.#files].filter(([uri]) =>
      /^(?:packages|package-lock|dependencies)\.ya?ml$/.test(nameOf(uri)),
    );
    const above = lists.filter(([uri]) => documentUri.startsWith(folderOf(uri)));
    return (above.length > 0 ? above : lists).some(([, pins]) => pins.some((pin) => isOf(pin, name)));
  }

  #signsFor(documentUri: string): SqlSigns[] {
    const above = [...this.#signs].filter(([uri]) => documentUri.startsWith(folderOf(uri)));
    return (above.length > 0 ? above : [...this.#signs]).map(([, signs]) => signs);
  }

  /** Every pin, by file. */
  all(): PlacedPin[] {
    return [...this.#files.keys()].sort().flatMap((uri) => this.#files.get(uri) ?? []);
  }

  /**
   * The pin that holds for a document: of the files in the nearest folder above it which fix this package, what a lock
   * file says, else what another one does. Files elsewhere count where they all say the same.
   */
  of(documentUri: string, name: string): PlacedPin | undefined {
    const fixed = this.all().filter((pin) => isOf(pin, name) && pin.version !== undefined);
    const above = fixed.filter(({ uri }) => documentUri.startsWith(folderOf(uri)));
    const nearest = Math.max(...above.map(({ uri }) => folderOf(uri).length));
    const candidates = above.length > 0 ? above.filter(({ uri }) => folderOf(uri).length === nearest) : agreeing(fixed);
    // Scala's build says nothing of the Python beside it, and the other way round
    const related = candidates.filter(({ uri }) => isOfJvm(uri) === isOfJvm(documentUri));
    return [...related, ...candidates].find(({ locked }) => locked) ?? related[0] ?? candidates[0];
  }
}

/** Whether a file's name says that it pins versions. */
export function holdsPins(uri: string): boolean {
  return isManifest(nameOf(uri));
}

/** The hub knows dbt's packages by owner and name, of which the first may change. */
function isOf({ package: pinned }: Pin, name: string): boolean {
  return pinned === name || (name.startsWith('dbt_') && pinned.endsWith(`/${name}`));
}

function isOfJvm(uri: string): boolean {
  return /\.(?:sbt|scala|java|gradle|kts?)$|\/pom\.xml$/.test(uri);
}

function agreeing(pins: PlacedPin[]): PlacedPin[] {
  return new Set(pins.map(({ version }) => version)).size === 1 ? pins : [];
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** The name of a file, by its address. */
export function nameOf(uri: string): string {
  const name = uri.replace(/[?#].*$/s, '').slice(folderOf(uri).length);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
