import * as vscode from 'vscode';
import { comparisonId, fewestCompared, mostCompared } from '../../catalogue/compare';
import type { EntryLink, ToolSummary } from '../../catalogue/types';
import type { Catalogue } from '../catalogue';

interface ToolItem extends vscode.QuickPickItem {
  id?: string;
}

/** Asks for two to six tools, those of the kind of the first `chosen` on top; resolves to their comparison. */
export async function pickTools(catalogue: Catalogue, chosen: readonly string[]): Promise<EntryLink | undefined> {
  const { tools, categories } = await catalogue.index();
  const home = tools.find((tool) => tool.id === chosen[0])?.category;
  const ordered = [...categories].sort((a, b) => Number(b.id === home) - Number(a.id === home));
  const items = ordered.flatMap((category) =>
    withSeparator(
      category.title,
      tools.filter((tool) => tool.category === category.id),
    ),
  );
  const picked = await vscode.window.showQuickPick(
    items.map((item) => ({ ...item, picked: item.id !== undefined && chosen.includes(item.id) })),
    {
      canPickMany: true,
      matchOnDescription: true,
      title: 'Compare',
      placeHolder: `Choose ${fewestCompared} to ${mostCompared} tools`,
    },
  );
  const ids = picked?.flatMap((item) => item.id ?? []);
  if (!ids) return undefined;
  if (ids.length < fewestCompared || ids.length > mostCompared) {
    void vscode.window.showInformationMessage(
      `A comparison takes ${fewestCompared} to ${mostCompared} tools; ${ids.length} ${ids.length === 1 ? 'was' : 'were'} chosen.`,
    );
    return undefined;
  }
  return { kind: 'comparison', id: comparisonId(ids) };
}

function withSeparator(title: string, tools: readonly ToolSummary[]): ToolItem[] {
  if (tools.length === 0) return [];
  return [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...tools.map((tool) => ({ id: tool.id, label: tool.name, description: tool.kind })),
  ];
}
