import * as vscode from 'vscode';
import type { SnippetSummary } from '../../catalogue/types';
import type { Catalogue } from '../catalogue';
import type { SnippetPreview } from './snippetPreview';

interface SnippetItem extends vscode.QuickPickItem {
  id?: string;
}

const openPage: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('book'), tooltip: 'Open page' };

/** Asks for a snippet, showing the code of the one under the cursor beside the list; undefined when the user leaves. */
export async function pickSnippet(catalogue: Catalogue, preview: SnippetPreview): Promise<string | undefined> {
  const { snippets, tools } = await catalogue.index();
  const name = (folder: string) => tools.find((tool) => tool.id === folder)?.name ?? folder;
  const picker = vscode.window.createQuickPick<SnippetItem>();
  picker.title = 'Insert starter code';
  picker.placeholder = 'Type to filter by title, prefix or tool';
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = itemsOf(snippets, name);
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeActive(([item]) => item?.id !== undefined && void preview.show(item.id));
      picker.onDidTriggerItemButton(({ item }) => {
        picker.hide();
        void vscode.commands.executeCommand('dataEngineering.openPage', { kind: 'snippet', id: item.id });
      });
      picker.onDidAccept(() => resolve(picker.activeItems[0]?.id));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
    await preview.close();
  }
}

function itemsOf(snippets: SnippetSummary[], name: (folder: string) => string): SnippetItem[] {
  const items: SnippetItem[] = [];
  let folder: string | undefined;
  for (const snippet of snippets) {
    if (snippet.tool !== folder) items.push({ label: name(snippet.tool), kind: vscode.QuickPickItemKind.Separator });
    folder = snippet.tool;
    items.push({
      id: snippet.id,
      label: snippet.title,
      description: snippet.prefix,
      detail: snippet.description,
      buttons: [openPage],
    });
  }
  return items;
}
