import { entryKinds, type EntryLink } from './types';

/** `/tool/spark#how-it-works` without the `#`: the path of an entry in a `vscode://` link; the anchor travels as fragment. */
export function entryPath({ kind, id }: EntryLink): string {
  return `/${kind}/${id}`;
}

/** The entry that a path of such a link names, or null when it names none. */
export function parseEntryPath(path: string, fragment = ''): EntryLink | null {
  const match = /^\/([a-z]+)\/([a-z0-9]+(?:[-+][a-z0-9]+)*)\/?$/.exec(path);
  const kind = entryKinds.find((known) => known === match?.[1]);
  if (!kind || match?.[2] === undefined || (match[2].includes('+') && kind !== 'comparison')) return null;
  return { kind, id: match[2], ...(fragment === '' ? {} : { anchor: fragment }) };
}
