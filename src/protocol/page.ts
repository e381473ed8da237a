import { entryKinds, type EntryLink, type Page } from '../catalogue/types';

/**
 * Messages between the panel (extension host) and the page inside it.
 * Everything that comes from the page is checked with `isPageMessage` before it is used.
 */

/** What the panel shows, and where: kept by the page's state, so that a reload finds the place again. */
export interface PlaceState {
  link: EntryLink;
  scroll: number;
}

/** From the panel to the page. */
export type PanelMessage =
  | { type: 'show'; page: Page; anchor?: string; scroll?: number; canGoBack: boolean; canGoForward: boolean }
  | { type: 'failed'; message: string; canGoBack: boolean; canGoForward: boolean };

/** From the page to the panel. */
export type PageMessage =
  /** The page script runs and waits for its first `show`. */
  | { type: 'ready' }
  /** Open an entry in the same panel; `scroll` is the place being left. */
  | { type: 'open'; link: EntryLink; scroll: number }
  | { type: 'openExternal'; url: string }
  | { type: 'copy'; text: string; what: 'code' | 'table' | 'link' }
  /** Insert the snippet of the page, or a code block, into the last active editor. */
  | { type: 'insert'; snippetId?: string; text: string }
  /** Copy the link of the entry on show; with an anchor, of that section. */
  | { type: 'copyLink'; anchor?: string }
  | { type: 'back'; scroll: number }
  | { type: 'forward'; scroll: number };

/** Whether something that came from the page is a message of the protocol, with parts of the right shape. */
export function isPageMessage(value: unknown): value is PageMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'ready':
      return true;
    case 'copyLink':
      return value.anchor === undefined || isAnchor(value.anchor);
    case 'open':
      return isEntryLink(value.link) && isScroll(value.scroll);
    case 'openExternal':
      return typeof value.url === 'string' && /^https:\/\//.test(value.url);
    case 'copy':
      return isText(value.text) && ['code', 'table', 'link'].includes(String(value.what));
    case 'insert':
      return isText(value.text) && (value.snippetId === undefined || typeof value.snippetId === 'string');
    case 'back':
    case 'forward':
      return isScroll(value.scroll);
    default:
      return false;
  }
}

/** Whether something that came from outside (a page, a command link, a URI) points at an entry. */
export function isEntryLink(value: unknown): value is EntryLink {
  return (
    isRecord(value) &&
    entryKinds.some((kind) => kind === value.kind) &&
    isId(value.id) &&
    (value.anchor === undefined || isAnchor(value.anchor))
  );
}

/** Whether a state kept by the page can be restored. */
export function isPlaceState(value: unknown): value is PlaceState {
  return isRecord(value) && isEntryLink(value.link) && isScroll(value.scroll);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

function isAnchor(value: unknown): boolean {
  return typeof value === 'string' && value.length < 200 && !/[\s/\\]/.test(value);
}

function isScroll(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 1_000_000;
}
