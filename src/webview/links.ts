import { entryKinds, type EntryKind, type EntryLink } from '../catalogue/types';
import { glue, h, hiddenText, type Child } from './dom';
import { icon } from './icons';

/** Where a link may lead. Every other address is no link at all. */
export type Target =
  { type: 'entry'; link: EntryLink } | { type: 'external'; url: string } | { type: 'anchor'; anchor: string };

const entryAddress = new RegExp(
  `^(${entryKinds.join('|')}):([a-z0-9]+(?:[-+][a-z0-9]+)*)(?:#([\\p{L}\\p{N}._-]+))?$`,
  'u',
);

export function parseTarget(address: string): Target | undefined {
  const entry = entryAddress.exec(address);
  if (entry) return { type: 'entry', link: { kind: entry[1] as EntryKind, id: entry[2]!, anchor: entry[3] } };
  if (address.startsWith('#')) return address.length > 1 ? { type: 'anchor', anchor: address.slice(1) } : undefined;
  return isHttps(address) ? { type: 'external', url: address } : undefined;
}

function isHttps(address: string): boolean {
  return address.startsWith('https://') && URL.canParse(address);
}

export function addressOf(link: EntryLink): string {
  return `${link.kind}:${link.id}${link.anchor ? `#${link.anchor}` : ''}`;
}

/** A link where the address is one of ours or https, otherwise its text alone. */
export function linkOrText(address: string, ...children: Child[]): HTMLElement {
  const target = parseTarget(address);
  if (!target) return h('span', {}, ...children);
  if (target.type !== 'external') return h('a', { href: address }, ...children);
  const arrow = [icon('external'), hiddenText(' (external)')];
  return h('a', { href: target.url, class: 'external' }, ...glue(children, ...arrow));
}

export function entryLink(link: EntryLink, ...children: Child[]): HTMLElement {
  return linkOrText(addressOf(link), ...children);
}

/**
 * Follows every link of the page, with any mouse button and modifier. The event stops here: VS Code's own
 * handler sits on the window and would open the address a second time.
 */
export function followLinks(root: HTMLElement, follow: (target: Target) => void): void {
  const onClick = (event: MouseEvent): void => {
    const anchor = (event.target as Element | null)?.closest('a');
    if (!anchor) return;
    event.preventDefault();
    event.stopPropagation();
    const target = parseTarget(anchor.getAttribute('href') ?? '');
    if (target && event.button < 2) follow(target);
  };
  root.addEventListener('click', onClick);
  root.addEventListener('auxclick', onClick);
}
