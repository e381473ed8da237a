import { child, entries, textAt } from './properties';
import type { YamlNode } from './yamlScalar';
import { yamlTree } from './yamlTree';

/** What `dbt_project.yml` says of where things are; folders as addresses, each ending in `/`. */
export interface DbtProject {
  /** The project's folder. */
  root: string;
  name?: string;
  models: readonly string[];
  seeds: readonly string[];
  snapshots: readonly string[];
  macros: readonly string[];
  /** Where generic tests are defined, besides macros. */
  tests: readonly string[];
}

/** Reads a `dbt_project.yml`; what it does not say, or not legibly, is dbt's default. */
export function readProject(uri: string, text: string): DbtProject {
  const tree = yamlTree(text);
  const root = uri.slice(0, uri.lastIndexOf('/') + 1);
  const name = textAt(tree, 'name');
  return {
    root,
    ...(name !== undefined && { name }),
    models: folders(root, tree, ['model-paths', 'source-paths'], 'models'),
    seeds: folders(root, tree, ['seed-paths', 'data-paths'], 'seeds'),
    snapshots: folders(root, tree, ['snapshot-paths'], 'snapshots'),
    macros: folders(root, tree, ['macro-paths'], 'macros'),
    tests: folders(root, tree, ['test-paths'], 'tests').map((folder) => `${folder}generic/`),
  };
}

function folders(root: string, tree: YamlNode | null, keys: readonly string[], usual: string): string[] {
  const listed = keys.map((key) => child(tree, key)).find((found) => found !== undefined);
  const written = entries(typeof listed === 'string' ? [listed] : listed).filter((one) => typeof one === 'string');
  return (listed === undefined ? [usual] : written).flatMap((path) => folderAt(root, path) ?? []);
}

/** A folder by its path from the project; undefined for one that says nothing legible, or that is not below the project. */
function folderAt(root: string, path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (/^[/~]|\{\{|[\\:*?]/.test(path) || parts.includes('..')) return undefined;
  return root + parts.map((part) => `${encodeURIComponent(part)}/`).join('');
}
