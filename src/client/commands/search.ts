import * as vscode from 'vscode';
import type { EntryKind, EntryLink } from '../../catalogue/types';
import type { FullText } from '../../catalogue/fullText';
import type { CatalogueSearch, SearchHit } from '../../catalogue/search';
import type { Catalogue } from '../catalogue';

interface HitItem extends vscode.QuickPickItem {
  link?: EntryLink;
}

/** Beyond so many, what fits by name fits loosely, and pages that say it come first. */
const firstNamed = 12;

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
  // Not in the typed API, and harmless where it is not known: without it labels that hold the word early win over rank.
  Object.assign(picker, { sortByLabel: false });
  picker.value = query;
  // names answer at once; what the pages say follows as soon as it has been read
  let fullText: FullText | undefined;
  const update = (text: string) => {
    picker.items = itemsOf(search, fullText, text);
  };
  update(query);
  let open = true;
  void catalogue.fullText().then(
    (ready) => {
      fullText = ready;
      if (!open || picker.value === '') return;
      const active = picker.activeItems[0]?.link;
      update(picker.value);
      // who has gone down the list already stays where they are
      picker.activeItems = picker.items
        .filter(({ link }) => link?.kind === active?.kind && link?.id === active?.id)
        .slice(0, 1);
    },
    () => undefined,
  );
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
    open = false;
    picker.dispose();
  }
}

/** Entries whose name or summary fits, then pages that say it, each with the words around it. */
function itemsOf(search: CatalogueSearch, fullText: FullText | undefined, text: string): HitItem[] {
  const named = search.find(text);
  const keys = new Set(named.slice(0, firstNamed).map(({ kind, id }) => `${kind}:${id}`));
  const said = (fullText?.find(text) ?? []).filter(({ kind, id }) => !keys.has(`${kind}:${id}`));
  const saidKeys = new Set(said.map(({ kind, id }) => `${kind}:${id}`));
  const loosely = named.slice(firstNamed).filter(({ kind, id }) => !saidKeys.has(`${kind}:${id}`));
  if (named.length + said.length === 0)
    return [
      { label: `Nothing found for “${text}”`, description: 'try a tool, a term or a former name', alwaysShow: true },
    ];
  return [
    ...named.slice(0, firstNamed).map(toItem),
    ...under('in the text', said),
    ...(said.length > 0 ? under('more', loosely) : loosely.map(toItem)),
  ];
}

function under(label: string, hits: SearchHit[]): HitItem[] {
  if (hits.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...hits.map(toItem)];
}

/** `alwaysShow`: the search has decided what fits, not the picker's own filter, which knows no typos. */
function toItem({ kind, id, anchor, title, description, detail }: SearchHit): HitItem {
  const iconPath = new vscode.ThemeIcon(icons[kind]);
  const link = { kind, id, ...(anchor === undefined ? {} : { anchor }) };
  return { label: title, iconPath, description, detail, alwaysShow: true, link };
}
