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

/** `tool:spark#how-it-works` → its parts; undefined for anything that is not a link inside the reference. */
export function parseEntryLink(href: string): EntryLink | undefined {
  const match = /^(\w+):([a-z0-9-]+)(?:#([a-z0-9-]+))?$/.exec(href);
  const kind = entryKinds.find((known) => known === match?.[1]);
  if (!kind || match?.[2] === undefined) return undefined;
  return { kind, id: match[2], ...(match[3] === undefined ? {} : { anchor: match[3] }) };
}

/**
 * Where a link leads today: an id that went out of use has a redirect, and the tools of a comparison put together on
 * the fly have theirs. The redirect's anchor wins over the link's, since the old page's headings are gone with it.
 */
export function followRedirect(link: EntryLink, redirects: Readonly<Record<string, string>> = {}): EntryLink {
  if (link.kind === 'comparison' && link.id.includes('+')) {
    const ids = link.id.split('+').map((id) => {
      const tool = followRedirect({ kind: 'tool', id }, redirects);
      return tool.kind === 'tool' ? tool.id : id;
    });
    return { ...link, id: ids.join('+') };
  }
  const key = `${link.kind}:${link.id}`;
  const target = Object.hasOwn(redirects, key) ? parseEntryLink(redirects[key]!) : undefined;
  if (!target) return link;
  const anchor = target.anchor ?? link.anchor;
  return { kind: target.kind, id: target.id, ...(anchor === undefined ? {} : { anchor }) };
}
