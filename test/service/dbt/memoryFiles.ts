import type { FoundFile } from '../../../src/service/dbt/find';
import { DbtWorkspace, type WorkspaceFiles } from '../../../src/service/dbt/workspace';

export const workspaceRoot = 'file:///project/';

/** A workspace in memory, and what was asked of it. */
export class MemoryFiles implements WorkspaceFiles {
  readonly texts: Map<string, string>;
  readonly reads: string[] = [];
  searches = 0;

  /** Texts by path below the workspace folder. */
  constructor(files: Record<string, string>) {
    this.texts = new Map(Object.entries(files));
  }

  projects() {
    return this.#find((path) => /(?:^|\/)dbt_project\.yml$/.test(path));
  }

  filesIn(folders: readonly string[]) {
    return this.#find((path) => folders.some((folder) => (workspaceRoot + path).startsWith(folder)));
  }

  read(uris: readonly string[]) {
    const paths = uris.map((uri) => uri.slice(workspaceRoot.length));
    this.reads.push(...paths);
    return Promise.resolve(paths.map((path) => this.texts.get(path) ?? null));
  }

  #find(wanted: (path: string) => boolean): Promise<FoundFile[]> {
    this.searches++;
    const paths = [...this.texts.keys()].filter(wanted).sort();
    return Promise.resolve(paths.map((path) => ({ path, uri: workspaceRoot + path })));
  }
}

export function dbtWorkspace(files: Record<string, string>) {
  const memory = new MemoryFiles(files);
  return { memory, workspace: new DbtWorkspace(memory) };
}
