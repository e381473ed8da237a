import * as vscode from 'vscode';
import { checkAnswer, type ProjectFile } from './generate';
import type { ProjectAnswers, ProjectSummary, ProjectTemplate } from './template';

/** The template's id, or undefined when the user leaves. */
export async function pickTemplate(templates: ProjectSummary[]): Promise<string | undefined> {
  const items = templates.map(({ id, title, description, needs }) => ({
    id,
    label: title,
    description: `needs ${needs.join(', ')}`,
    detail: description,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'New pipeline project',
    placeHolder: 'Choose what to start from',
    matchOnDetail: true,
  });
  return picked?.id;
}

/** The names, one box after the other; undefined when the user leaves. */
export async function askNames(template: ProjectTemplate): Promise<ProjectAnswers | undefined> {
  const answers: ProjectAnswers = {};
  const { questions } = template;
  for (const [index, question] of questions.entries()) {
    const value = await vscode.window.showInputBox({
      title: `New project: ${template.title} (${index + 1}/${questions.length})`,
      prompt: `${question.ask}. ${question.help}`,
      value: question.default,
      ignoreFocusOut: true,
      validateInput: (text) => checkAnswer(template, question, text, answers),
    });
    if (value === undefined) return undefined;
    answers[question.id] = value;
  }
  return answers;
}

interface FolderItem extends vscode.QuickPickItem {
  folder?: vscode.Uri;
}

/** Where the project goes: a new folder of its name in the workspace, the workspace's folder itself, or elsewhere. */
export async function pickFolder(name: string): Promise<vscode.Uri | undefined> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  if (roots.length === 0) return openDialog(name);
  const items = roots.flatMap((root): FolderItem[] => [
    {
      label: `${root.name}/${name}`,
      iconPath: new vscode.ThemeIcon('new-folder'),
      description: 'a new folder',
      folder: vscode.Uri.joinPath(root.uri, name),
    },
    {
      label: root.name,
      iconPath: new vscode.ThemeIcon('root-folder'),
      description: 'the folder itself',
      folder: root.uri,
    },
  ]);
  const picked = await vscode.window.showQuickPick<FolderItem>(
    [...items, { label: 'Choose a folder…', iconPath: new vscode.ThemeIcon('folder-opened') }],
    { title: 'New pipeline project', placeHolder: 'Where should its files go?', ignoreFocusOut: true },
  );
  return picked && (picked.folder ?? openDialog(name));
}

async function openDialog(name: string): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: `Choose the folder in which “${name}” is made`,
      openLabel: 'Make it here',
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  return parent && vscode.Uri.joinPath(parent, name);
}

/** Lists what will be written, and asks. */
export async function confirmFiles(
  template: ProjectTemplate,
  folder: vscode.Uri,
  files: ProjectFile[],
): Promise<boolean> {
  const write: vscode.QuickPickItem = {
    label: `Write ${files.length} files`,
    iconPath: new vscode.ThemeIcon('check'),
    detail: `to ${vscode.workspace.asRelativePath(folder)}; no file that is there is touched`,
  };
  const list = files.map(({ path, text }) => ({
    label: path,
    iconPath: vscode.ThemeIcon.File,
    description: lines(text),
  }));
  for (;;) {
    const picked = await vscode.window.showQuickPick(
      [write, { label: 'Files', kind: vscode.QuickPickItemKind.Separator }, ...list],
      {
        title: `New project: ${template.title}`,
        placeHolder: 'Enter on the first line writes them; Escape leaves',
        ignoreFocusOut: true,
      },
    );
    if (picked === write || picked === undefined) return picked === write;
  }
}

function lines(text: string): string {
  const count = text.split('\n').length - 1;
  return count === 1 ? '1 line' : `${count} lines`;
}
