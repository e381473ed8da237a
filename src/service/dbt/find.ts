import type { DbtCall } from './call';
import type { DbtTest } from './genericTests';
import type { DbtProject } from './project';
import type { Described, DescribedSource, Properties } from './properties';

/** A file's address, and its path below the workspace folder. */
export interface FoundFile {
  uri: string;
  path: string;
}

/** What a file says of a project's resources. */
export interface SaidFile {
  file: FoundFile;
  said: Properties;
}

/** What a call names, as the project has it. The texts are the project's own: nobody has looked at them. */
export type DbtResource = DbtNode | DbtSource | DbtTest | NamedProject;

/** A project of the workspace, by the file that names it. */
export interface NamedProject {
  kind: 'project';
  name: string;
  file: FoundFile;
}

export interface DbtNode {
  kind: Described['kind'];
  name: string;
  version?: string;
  latest?: string;
  description?: string;
  materialized?: string;
  /** Where it is written; missing where several files could be meant. */
  file?: FoundFile;
  /** The file of properties, where that is another one. */
  properties?: FoundFile;
}

export interface DbtSource extends DescribedSource {
  kind: 'source';
  properties: FoundFile;
}

export function findSource(said: readonly SaidFile[], call: DbtCall & { kind: 'source' }): DbtSource | undefined {
  for (const { file, said: properties } of said) {
    const found = properties.sources.find(({ source, table }) => source === call.source && table === call.table);
    if (found) return { ...found, kind: 'source', properties: file };
  }
  return undefined;
}

export function findNode(
  project: DbtProject,
  files: readonly FoundFile[],
  said: readonly SaidFile[],
  { name, version }: DbtCall & { kind: 'ref' },
): DbtNode | undefined {
  const described = said.flatMap(({ file, said: { nodes } }) => nodes.map((node) => ({ ...node, properties: file })));
  const model = described.find((node) => node.kind === 'model' && node.name === name);
  if (model?.versions) return versionOf(model, version, modelFiles(project, files));
  // the file of a version is no model by its own name
  const isVersion = described.some((node) => node.versions?.some((one) => fileOf(node, one) === name));
  if (version !== undefined || isVersion) return undefined;
  return (
    written('model', name, modelFiles(project, files), model) ??
    written(
      'seed',
      name,
      seedFiles(project, files),
      described.find(({ kind, name: own }) => kind === 'seed' && own === name),
    ) ??
    snapshot(name, described)
  );
}

type Placed = Described & { properties: FoundFile };

function written(
  kind: 'model' | 'seed',
  name: string,
  files: readonly FoundFile[],
  said: Placed | undefined,
): DbtNode | undefined {
  const own = files.filter(({ uri }) => stemOf(uri) === name);
  return own.length === 0 ? undefined : { kind, name, ...about(said), ...(own.length === 1 && { file: own[0] }) };
}

function about(said: Placed | undefined): Pick<DbtNode, 'description' | 'materialized' | 'properties'> {
  if (!said) return {};
  const { description, materialized, properties } = said;
  return {
    ...(description !== undefined && { description }),
    ...(materialized !== undefined && { materialized }),
    properties,
  };
}

function versionOf(model: Placed, asked: string | undefined, files: readonly FoundFile[]): DbtNode | undefined {
  const { latest } = model;
  const version = asked ?? latest;
  const entry = model.versions?.find((one) => one.version === version);
  if (!entry || version === undefined) return undefined;
  const withStem = (stem: string) => files.filter(({ uri }) => stemOf(uri) === stem);
  const named = withStem(fileOf(model, entry));
  // the latest may go without its number
  const own = named.length === 0 && version === latest ? withStem(model.name) : named;
  if (own.length === 0) return undefined;
  const { description = model.description, materialized = model.materialized } = entry;
  return {
    kind: 'model',
    name: model.name,
    version,
    ...about({
      ...model,
      ...(description !== undefined && { description }),
      ...(materialized !== undefined && { materialized }),
    }),
    ...(latest !== undefined && { latest }),
    ...(own.length === 1 && { file: own[0] }),
  };
}

function fileOf({ name }: Described, { version, file }: { version: string; file?: string }): string {
  return file?.replace(/\.(?:sql|py)$/, '') ?? `${name}_v${version}`;
}

function snapshot(name: string, described: readonly Placed[]): DbtNode | undefined {
  const all = described.filter((node) => node.kind === 'snapshot' && node.name === name);
  const definition = all.find(({ defined }) => defined);
  if (!definition) return undefined;
  const said = all.find((node) => node.properties !== definition.properties) ?? definition;
  const { properties, ...rest } = about(said);
  const file = definition.properties;
  return { kind: 'snapshot', name, ...rest, file, ...(properties !== file && { properties }) };
}

function modelFiles({ models }: DbtProject, files: readonly FoundFile[]): FoundFile[] {
  return files.filter(({ uri }) => /\.(?:sql|py)$/.test(uri) && models.some((folder) => uri.startsWith(folder)));
}

function seedFiles({ seeds }: DbtProject, files: readonly FoundFile[]): FoundFile[] {
  return files.filter(({ uri }) => uri.endsWith('.csv') && seeds.some((folder) => uri.startsWith(folder)));
}

/** A file's name without its ending. */
function stemOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
