import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dbtFileEndings, largestDbtText, mostDbtFiles, mostDbtProjects } from '../protocol/dbtFiles';
import type { FoundFile } from '../service/dbt/find';
import type { WorkspaceFiles } from '../service/dbt/workspace';

/** As a client passes them over. A project may well have models in a folder called `build`. */
const passed = /^(?:node_modules|venv|site-packages|target|dbt_packages|__pycache__|\..*)$/;

const deepest = 12;
const isProject = /^dbt_project\.ya?ml$/;
const isOfProject = new RegExp(`\\.(?:${dbtFileEndings.join('|')})$`);

/** The files of dbt projects below folders of this machine; for clients that do not find them. Links are not followed. */
export function nodeDbtFiles(folderUris: readonly string[]): WorkspaceFiles {
  const roots = folderUris.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri));
  return {
    projects: () => findBelow(roots, roots, isProject, mostDbtProjects),
    filesIn: (folders) =>
      findBelow(
        folders.map((uri) => fileURLToPath(uri)),
        roots,
        isOfProject,
        mostDbtFiles,
      ),
    read: async (uris) => {
      const texts: (string | null)[] = [];
      for (const uri of uris) texts.push(await textOf(uri, roots));
      return texts;
    },
  };
}

async function findBelow(
  folders: readonly string[],
  roots: readonly string[],
  wanted: RegExp,
  most: number,
): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const visit = async (folder: string, root: string, depth: number): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      if (found.size >= most) return;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && depth < deepest && !passed.test(entry.name)) await visit(file, root, depth + 1);
      if (!entry.isFile() || !wanted.test(entry.name)) continue;
      const uri = pathToFileURL(file).toString();
      found.set(uri, { uri, path: path.relative(root, file).replaceAll(path.sep, '/') });
    }
  };
  for (const folder of folders) {
    const root = await rootOf(folder, roots);
    if (root !== undefined) await visit(folder, root, 0);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function textOf(uri: string, roots: readonly string[]): Promise<string | null> {
  try {
    const file = fileURLToPath(uri);
    if ((await rootOf(file, roots)) === undefined || (await stat(file)).size > largestDbtText) return null;
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

/** The workspace folder that holds a path, wherever the path's links lead; undefined where none does. */
async function rootOf(file: string, roots: readonly string[]): Promise<string | undefined> {
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) return undefined;
  for (const root of roots) {
    const realRoot = await realpath(root).catch(() => root);
    if (real === realRoot || real.startsWith(realRoot + path.sep)) return root;
  }
  return undefined;
}
