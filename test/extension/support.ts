import * as vscode from 'vscode';
import { until } from './run/assert';

/** A file of the workspace, open in an editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the tests need a workspace folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return show(document);
}

/** Shows a document, and waits until the window says that it is the active one. */
async function show(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  await until('the editor', () => vscode.window.activeTextEditor?.document === document);
  return editor;
}

/** A new file with this text, open in an editor. */
export async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  const editor = await show(await vscode.workspace.openTextDocument({ language, content }));
  const { document } = editor;
  // a window that is slow to drop the backup of the last file of this name gives out that one's text
  if (lines(document.getText()) !== lines(content)) {
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((edit) => edit.replace(all, content));
  }
  return editor;
}

const lines = (text: string) => text.replace(/\r\n/g, '\n');

/** Our hovers at the first occurrence of a text (or `inside` it), as one Markdown text; empty when there is none. */
export async function hoverAt(
  { document }: Pick<vscode.TextEditor, 'document'>,
  text: string,
  inside = text,
): Promise<string> {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`“${text}” does not stand in ${document.uri.path}`);
  const position = document.positionAt(start + text.indexOf(inside) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const texts = hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value));
  return texts.filter((value) => value.includes('dataEngineering.openPage')).join('\n');
}

/** The same, once the server has started. */
export function hoverWhenReady(
  editor: Pick<vscode.TextEditor, 'document'>,
  text: string,
  inside = text,
): Promise<string> {
  return until(`a hover on ${inside}`, () => hoverAt(editor, text, inside), 30_000);
}

/** Labels of all open tabs. */
export function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // The next new file gets the same name; the host must have let go of this one, or hands out its text again.
  await until('new files to close', () => vscode.workspace.textDocuments.every((document) => !document.isUntitled));
}

export const open = (kind: string, id: string) =>
  vscode.commands.executeCommand('dataEngineering.openPage', { kind, id });
