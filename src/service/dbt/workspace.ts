import type { DbtCall } from './call';
import { materializationIn, snapshotNames } from './modelText';
import { findNode, findSource, type DbtResource, type FoundFile, type SaidFile } from './find';
import { readProject, type DbtProject } from './project';
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

/** The dbt projects of a workspace: looked for when somebody asks; what changes is read again at the next question. */
export class DbtWorkspace {
  readonly #source: WorkspaceFiles;
  #projects: Promise<DbtProject[]> | undefined;
  readonly #lists = new Map<string, Promise<FoundFile[]>>();
  readonly #said = new Map<string, Properties>();
  #changes = 0;

  constructor(source: WorkspaceFiles) {
    this.#source = source;
  }

  /** A file has another text, or a file or folder came or went. */
  changed(uri: string, what: 'text' | 'existence'): void {
    this.#changes++;
    this.#said.delete(uri);
    // the name of a project, or where its files are
    if (/\/dbt_project\.ya?ml$/.test(uri)) this.#projects = undefined;
    if (what === 'text' && this.#projects) return;
    for (const known of this.#said.keys()) if (known.startsWith(`${uri}/`)) this.#said.delete(known);
    this.#projects = undefined;
    this.#lists.clear();
  }

  /** Nothing that was found is believed any longer. */
  forget(): void {
    this.#changes++;
    this.#said.clear();
    this.#projects = undefined;
    this.#lists.clear();
  }

  /** What a call in a document names in its project; undefined where that has no such thing, or cannot be read. */
  async resourceOf(documentUri: string, call: DbtCall): Promise<DbtResource | undefined> {
    try {
      this.#projects ??= this.#findProjects();
      const projects = await this.#projects;
      const own = nearest(projects, documentUri);
      const project = own && owner(own, projects, call);
      return project && (await this.#resourceIn(project, call));
    } catch {
      this.#projects = undefined;
      this.#lists.clear();
      return undefined;
    }
  }

  async #findProjects(): Promise<DbtProject[]> {
    const found = await this.#source.projects();
    const texts = await this.#source.read(found.map(({ uri }) => uri));
    return found.map(({ uri }, index) => readProject(uri, texts[index] ?? ''));
  }

  async #resourceIn(project: DbtProject, call: DbtCall): Promise<DbtResource | undefined> {
    const files = await this.#filesOf(project);
    const said = await this.#saidBy(project, files);
    if (call.kind === 'source') return findSource(said, call);
    const found = findNode(project, files, said, call);
    if (found?.kind !== 'model' || !found.file) return found;
    const [text] = await this.#source.read([found.file.uri]);
    const materialized = materializationIn(text ?? '');
    if (materialized === undefined) return found;
    const { materialized: _, ...rest } = found;
    return materialized === null ? rest : { ...rest, materialized };
  }

  #filesOf({ root, models, seeds, snapshots }: DbtProject): Promise<FoundFile[]> {
    const known = this.#lists.get(root);
    if (known) return known;
    const files = this.#source.filesIn([...new Set([...models, ...seeds, ...snapshots])]);
    this.#lists.set(root, files);
    return files;
  }

  /** What YAML files and snapshots say of the project's resources, by file. */
  async #saidBy(project: DbtProject, files: readonly FoundFile[]): Promise<SaidFile[]> {
    const speaking = files.filter(({ uri }) => isYaml(uri) || isSnapshot(project, uri));
    const unread = speaking.filter(({ uri }) => !this.#said.has(uri)).map(({ uri }) => uri);
    const before = this.#changes;
    const texts = unread.length > 0 ? await this.#source.read(unread) : [];
    const fresh = new Map(unread.map((uri, index) => [uri, saidIn(uri, texts[index] ?? '')]));
    // what changed while it was read is read again
    if (before === this.#changes) for (const [uri, said] of fresh) this.#said.set(uri, said);
    return speaking.map((file) => ({ file, said: fresh.get(file.uri) ?? this.#said.get(file.uri) ?? nothing }));
  }
}

const nothing: Properties = { nodes: [], sources: [] };

function saidIn(uri: string, text: string): Properties {
  if (isYaml(uri)) return readProperties(text);
  const nodes = snapshotNames(text).map((name) => ({ kind: 'snapshot' as const, name, defined: true as const }));
  return { nodes, sources: [] };
}

function isYaml(uri: string): boolean {
  return /\.ya?ml$/.test(uri);
}

function isSnapshot({ snapshots }: DbtProject, uri: string): boolean {
  return uri.endsWith('.sql') && snapshots.some((folder) => uri.startsWith(folder));
}

/** The project whose folder is the nearest above a document. */
function nearest(projects: readonly DbtProject[], documentUri: string): DbtProject | undefined {
  const document = decoded(documentUri);
  const above = projects.filter(({ root }) => document.startsWith(decoded(root)));
  return above.sort((a, b) => b.root.length - a.root.length)[0];
}

/** The project that a call names by its package; undefined where none or several have that name. */
function owner(own: DbtProject, projects: readonly DbtProject[], call: DbtCall): DbtProject | undefined {
  if (call.kind === 'source' || call.package === undefined || call.package === own.name) return own;
  const named = projects.filter(({ name }) => name === call.package);
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
