import * as vscode from 'vscode';
import {
  dbtFilesGlob,
  dbtProjectGlob,
  largestDbtText,
  mostDbtFiles,
  mostDbtProjects,
  type DbtFilesParams,
  type WorkspaceFile,
} from '../../protocol/dbtFiles';
import { manifestExclude } from '../../protocol/manifests';

/** How many files are read at a time. */
const atOnce = 32;

/** Finds the files of dbt projects for the server, in whatever file system the workspace has, and nothing outside of it. */
export async function findDbtFiles({ folders }: DbtFilesParams): Promise<WorkspaceFile[]> {
  if (!folders) return files(await vscode.workspace.findFiles(dbtProjectGlob, manifestExclude, mostDbtProjects));
  const found = new Map<string, vscode.Uri>();
  for (const folder of folders.map((uri) => vscode.Uri.parse(uri, true)).filter(isInWorkspace)) {
    const pattern = new vscode.RelativePattern(folder, dbtFilesGlob);
    const most = mostDbtFiles - found.size;
    if (most <= 0) break;
    for (const uri of await vscode.workspace.findFiles(pattern, manifestExclude, most)) found.set(uri.toString(), uri);
  }
  return files([...found.values()]);
}

function files(uris: readonly vscode.Uri[]): WorkspaceFile[] {
  const found = uris.map((uri) => ({ uri: uri.toString(), path: vscode.workspace.asRelativePath(uri, false) }));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isInWorkspace(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Reads such files; null in the place of one that cannot be read, is too large, or lies elsewhere. */
export async function readDbtFiles(uris: readonly string[]): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  for (let at = 0; at < uris.length; at += atOnce) {
    texts.push(...(await Promise.all(uris.slice(at, at + atOnce).map(textOf))));
  }
  return texts;
}

async function textOf(address: string): Promise<string | null> {
  try {
    const uri = vscode.Uri.parse(address, true);
    if (!isInWorkspace(uri) || !/\.(?:sql|py|ya?ml)$/.test(uri.path)) return null;
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largestDbtText ? null : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
