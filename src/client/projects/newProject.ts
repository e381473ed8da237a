import * as vscode from 'vscode';
import type { Catalogue } from '../catalogue';
import { confirmFiles, pickFolder, pickTemplate, askNames } from './ask';
import { generateProject, type ProjectFile } from './generate';
import type { ProjectAnswers, ProjectSummary, ProjectTemplate } from './template';

/** What is known already, from the tree, a page or a test; the user is asked for the rest. */
export interface NewProjectRequest {
  template?: string;
  answers?: ProjectAnswers;
  /** The folder that the files go into. */
  folder?: vscode.Uri;
  /** Whether the list of files has been seen. */
  confirmed?: boolean;
}

/** What a caller knows; a menu passes a tree's node or nothing, and then everything is asked. */
export function requestFrom(argument: unknown): NewProjectRequest {
  const given = argument as NewProjectRequest | undefined;
  return typeof given?.template === 'string' ? given : {};
}

/** Asks for a template, names and a folder, shows what it will write, writes it and opens its README. */
export async function newProject(catalogue: Catalogue, request: NewProjectRequest = {}): Promise<void> {
  const id = request.template ?? (await pickTemplate(await read<ProjectSummary[]>(catalogue, 'index')));
  if (id === undefined) return;
  const template = await read<ProjectTemplate>(catalogue, id);
  const answers = request.answers ?? (await askNames(template));
  if (!answers) return;
  const files = generateProject(template, answers);
  const name = answers['project'] ?? template.id;
  const folder = request.folder ?? (await pickFolder(name));
  if (!folder || !(await mayWrite(folder, files))) return;
  if (!request.confirmed && !(await confirmFiles(template, folder, files))) return;
  if (!(await writeFiles(folder, files))) return;
  await showResult(template, folder, name);
}

async function read<T>(catalogue: Catalogue, id: string): Promise<T> {
  return JSON.parse(await catalogue.readText(`projects/${id}.json`)) as T;
}

/** Says why not when the folder cannot be written to or one of the files is there: nothing is ever overwritten. */
async function mayWrite(folder: vscode.Uri, files: ProjectFile[]): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    void vscode.window.showErrorMessage(`${shortPath(folder)} is read-only. Choose a folder that can be written to.`);
    return false;
  }
  const there = await filesThere(folder, files);
  if (there.length === 0) return true;
  const which = there.length === 1 ? `${there[0]} is` : `${there[0]} and ${there.length - 1} more of its files are`;
  void vscode.window.showErrorMessage(
    `Nothing was written: ${which} in ${shortPath(folder)} already. Choose another folder or another name.`,
  );
  return false;
}

/** Paths of those files that exist already, as whatever they are. */
async function filesThere(folder: vscode.Uri, files: ProjectFile[]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async ({ path }) => ((await exists(vscode.Uri.joinPath(folder, path))) ? path : undefined)),
  );
  return found.filter((path) => path !== undefined);
}

/** Only a clear “not found” counts as absent. */
async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Writes all files; says how far it came when one cannot be written. */
async function writeFiles(folder: vscode.Uri, files: ProjectFile[]): Promise<boolean> {
  if (!(await mayWrite(folder, files))) return false;
  let written = 0;
  try {
    for (const { path, text } of files) {
      const uri = vscode.Uri.joinPath(folder, path);
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      written++;
    }
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `${written} of ${files.length} files were written to ${shortPath(folder)}, then this failed: ${why}`,
    );
    return false;
  }
}

async function showResult(template: ProjectTemplate, folder: vscode.Uri, name: string): Promise<void> {
  const readme = vscode.Uri.joinPath(folder, 'README.md');
  await vscode.commands
    .executeCommand('markdown.showPreview', readme)
    .then(undefined, () => vscode.window.showTextDocument(readme));
  const copy = 'Copy command';
  const open = 'Open folder';
  const outside = vscode.workspace.getWorkspaceFolder(folder) === undefined;
  const message = `${name} is in ${shortPath(folder)}. Run it there with: ${template.run}`;
  // Not awaited: the message may stay for as long as the user likes.
  void vscode.window.showInformationMessage(message, copy, ...(outside ? [open] : [])).then(async (chosen) => {
    if (chosen === copy) await vscode.env.clipboard.writeText(template.run);
    if (chosen === open) await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
  });
}

function shortPath(folder: vscode.Uri): string {
  return vscode.workspace.asRelativePath(folder);
}
