import type { EntryKind, RelatedEntry } from '../catalogue/types';
import { source } from './citations';
import type { Context } from './context';
import { h } from './dom';
import { kindNames } from './kindNames';
import { entryLink } from './links';
import { sectionHeading } from './markdown';

const kindWord = (kind: EntryKind): string => kindNames[kind].toLowerCase();

/** More than these are set in two columns. */
const fewRelated = 6;

export function relatedSection(entries: RelatedEntry[], context: Context): Node[] {
  if (entries.length === 0) return [];
  const items = entries.map((entry) =>
    h('li', {}, entryLink(entry, entry.title), ' ', h('span', { class: 'dim' }, kindWord(entry.kind))),
  );
  return [
    sectionHeading('h2', h('span', {}, 'Read next'), context),
    h('ul', { class: entries.length > fewRelated ? 'related many' : 'related' }, ...items),
  ];
}

/** Numbered as the text cites them, with the day on which each was read. */
export function sourcesSection(context: Context): Node[] {
  const { list } = context.sources;
  if (list.length === 0) return [];
  const items = list.map((reference) => h('li', {}, source(reference, context.today)));
  return [sectionHeading('h2', h('span', {}, 'Sources'), context), h('ol', { class: 'sources' }, ...items)];
}
