import * as vscode from 'vscode';
import type { EntryKind, EntryLink } from '../../catalogue/types';
import type { CatalogueSearch, SearchHit } from '../../catalogue/search';
import type { Catalogue } from '../catalogue';

interface HitItem extends vscode.QuickPickItem {
  link?: EntryLink;
}

const icons: Record<EntryKind, string> = {
  topic: 'book',
  tool: 'tools',
  comparison: 'table',
  snippet: 'symbol-snippet',
  term: 'mention',
  guide: 'compass',
  landscape: 'map',
};

/** Search over everything, typo-tolerant, by keyboard; resolves to the entry chosen. */
export async function searchCatalogue(catalogue: Catalogue, query = ''): Promise<EntryLink | undefined> {
  const search = await catalogue.search();
  const picker = vscode.window.createQuickPick<HitItem>();
  picker.placeholder = 'Search topics, tools, comparisons and starter code';
  picker.value = query;
  const update = (text: string) => {
    picker.items = itemsOf(search, text);
  };
  update(query);
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeValue(update);
      picker.onDidAccept(() => {
        const [item] = picker.activeItems;
        if (item?.link) resolve(item.link);
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function itemsOf(search: CatalogueSearch, text: string): HitItem[] {
  const hits = search.find(text);
  if (hits.length === 0)
    return [
      { label: `Nothing found for “${text}”`, description: 'try a tool, a term or a former name', alwaysShow: true },
    ];
  return hits.map(toItem);
}

/** `alwaysShow`: the search has decided what fits, not the picker's own filter, which knows no typos. */
function toItem({ kind, id, title, description, detail }: SearchHit): HitItem {
  const iconPath = new vscode.ThemeIcon(icons[kind]);
  return { label: title, iconPath, description, detail, alwaysShow: true, link: { kind, id } };
}
