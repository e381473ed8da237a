import * as vscode from 'vscode';
import type { EntryLink } from '../../catalogue/types';
import type { Catalogue } from '../catalogue';

interface OtherItem extends vscode.QuickPickItem {
  link: EntryLink;
}

/** Asks what to compare a tool with; resolves to the table that holds both. */
export async function pickComparison(catalogue: Catalogue, toolId: string): Promise<EntryLink | undefined> {
  const { tools, comparisons } = await catalogue.index();
  const tool = tools.find((one) => one.id === toolId);
  const tables = comparisons.filter((comparison) => comparison.tools.includes(toolId));
  if (!tool || tables.length === 0) {
    void vscode.window.showInformationMessage(`No comparison table holds ${tool?.name ?? 'this'} yet.`);
    return undefined;
  }
  const items = tables.flatMap((table) =>
    table.tools
      .filter((other) => other !== toolId)
      .map((other): OtherItem => ({
        label: tools.find((one) => one.id === other)?.name ?? other,
        description: table.title,
        link: { kind: 'comparison', id: table.id },
      })),
  );
  items.sort((a, b) => a.label.localeCompare(b.label));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: `Compare ${tool.name} with`,
    matchOnDescription: true,
  });
  return picked?.link;
}
