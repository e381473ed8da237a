import type { DbtCall } from './call';
import { materializationIn, snapshotNames } from './modelText';
import { findNode, findSource, type DbtResource, type FoundFile, type SaidFile } from './find';
import { readProject, type DbtProject } from './project';
import { findTest, writtenTests, type TestFile, type WrittenTest } from './genericTests';
import { KeptFiles } from './keptFiles';
import { readProperties, type Properties } from './properties';

/** The files of a workspace, handed in: none from outside of it. */
export interface WorkspaceFiles {
  /** Every `dbt_project.yml`. */
  projects(): Promise<FoundFile[]>;
  /** SQL, Python, CSV and YAML files below folders. */
  filesIn(folders: readonly string[]): Promise<FoundFile[]>;
  /** Their texts; null for one that cannot be read or is too large. */
  read(uris: readonly string[]): Promise<(string | null)[]>;
}

interface PlacedProject extends DbtProject {
  file: FoundFile;
}

/** The dbt projects of a workspace: looked for when somebody asks; what changes is read again at the next question. */
export class DbtWorkspace {
  readonly #source: WorkspaceFiles;
  #projects: Promise<PlacedProject[]> | undefined;
  readonly #lists = new Map<string, Promise<FoundFile[]>>();
  readonly #said: KeptFiles<Properties>;
  readonly #tests: KeptFiles<WrittenTest[]>;

  constructor(source: WorkspaceFiles) {
    this.#source = source;
    const read = (uris: readonly string[]) => source.read(uris);
    this.#said = new KeptFiles(read, saidIn);
    this.#tests = new KeptFiles(read, (_, text) => writtenTests(text));
  }

  /** A file has another text, or a file or folder came or went. */
  changed(uri: string, what: 'text' | 'existence'): void {
    for (const kept of [this.#said, this.#tests]) kept.changed(uri, what);
    // the name of a project, or where its files are
    if (/\/dbt_project\.ya?ml$/.test(uri)) this.#projects = undefined;
    if (what === 'text' && this.#projects) return;
    this.#projects = undefined;
    this.#lists.clear();
  }

  /** Nothing that was found is believed any longer. */
  forget(): void {
    for (const kept of [this.#said, this.#tests]) kept.forget();
    this.#projects = undefined;
    this.#lists.clear();
  }

  /** What a call in a document names in its project; undefined where that has no such thing, or cannot be read. */
  async resourceOf(documentUri: string, call: DbtCall): Promise<DbtResource | undefined> {
    return this.#asked(async () => {
      const project = await this.#projectOf(documentUri, call);
      return project && (await this.#resourceIn(project, call));
    });
  }

  /** The generic tests that a document's project defines itself. */
  async testsOf(documentUri: string): Promise<TestFile[]> {
    const found = await this.#asked(async () => {
      const project = await this.#projectOf(documentUri);
      return project && (await this.#testsIn(project)).written;
    });
    return found ?? [];
  }

  async #asked<T>(answer: () => Promise<T>): Promise<T | undefined> {
    try {
      return await answer();
    } catch {
      this.#projects = undefined;
      this.#lists.clear();
      return undefined;
    }
  }

  async #projectOf(documentUri: string, call?: DbtCall): Promise<PlacedProject | undefined> {
    this.#projects ??= this.#findProjects();
    const projects = await this.#projects;
    const own = nearest(projects, documentUri);
    return own && call ? owner(own, projects, call) : own;
  }

  async #findProjects(): Promise<PlacedProject[]> {
    const found = await this.#source.projects();
    const texts = await this.#source.read(found.map(({ uri }) => uri));
    return found.map((file, index) => ({ ...readProject(file.uri, texts[index] ?? ''), file }));
  }

  async #resourceIn(project: PlacedProject, call: DbtCall): Promise<DbtResource | undefined> {
    if (call.kind === 'project') return { kind: 'project', name: call.name, file: project.file };
    if (call.kind === 'test') {
      const { written, said } = await this.#testsIn(project);
      return findTest(written, said, call);
    }
    const { models, seeds, snapshots } = project;
    const files = await this.#filesIn([...models, ...seeds, ...snapshots]);
    const said = await this.#said.of(files.filter(({ uri }) => isYaml(uri) || isSnapshot(project, uri)));
    if (call.kind === 'source') return findSource(said, call);
    const found = findNode(project, files, said, call);
    if (found?.kind !== 'model' || !found.file) return found;
    const [text] = await this.#source.read([found.file.uri]);
    const materialized = materializationIn(text ?? '');
    if (materialized === undefined) return found;
    const { materialized: _, ...rest } = found;
    return materialized === null ? rest : { ...rest, materialized };
  }

  async #testsIn({ macros, tests }: DbtProject): Promise<{ written: TestFile[]; said: SaidFile[] }> {
    const files = await this.#filesIn([...macros, ...tests]);
    const said = await this.#said.of(files.filter(({ uri }) => isYaml(uri)));
    const written = await this.#tests.of(files.filter(({ uri }) => uri.endsWith('.sql')));
    return { written: written.map(({ file, said: found }) => ({ file, tests: found })), said };
  }

  #filesIn(folders: readonly string[]): Promise<FoundFile[]> {
    const key = folders.join('\n');
    const known = this.#lists.get(key);
    if (known) return known;
    const files = this.#source.filesIn([...new Set(folders)]);
    this.#lists.set(key, files);
    return files;
  }
}

function saidIn(uri: string, text: string): Properties {
  if (isYaml(uri)) return readProperties(text);
  const nodes = snapshotNames(text).map((name) => ({ kind: 'snapshot' as const, name, defined: true as const }));
  return { macros: [], nodes, sources: [] };
}

function isYaml(uri: string): boolean {
  return /\.ya?ml$/.test(uri);
}

function isSnapshot({ snapshots }: DbtProject, uri: string): boolean {
  return uri.endsWith('.sql') && snapshots.some((folder) => uri.startsWith(folder));
}

/** The project whose folder is the nearest above a document. */
function nearest<P extends DbtProject>(projects: readonly P[], documentUri: string): P | undefined {
  const document = decoded(documentUri);
  const above = projects.filter(({ root }) => document.startsWith(decoded(root)));
  return above.sort((a, b) => b.root.length - a.root.length)[0];
}

/** The project that a call names by its package; undefined where none or several have that name. */
function owner<P extends DbtProject>(own: P, projects: readonly P[], call: DbtCall): P | undefined {
  const asked = call.kind === 'project' ? call.name : call.kind === 'source' ? undefined : call.package;
  if (asked === undefined || asked === own.name) return own;
  const named = projects.filter(({ name }) => name === asked);
  return named.length === 1 ? named[0] : undefined;
}

/** Editors encode addresses differently. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
