import { entryKinds, type EntryLink, type Page } from '../catalogue/types';

/**
 * Messages between the panel (extension host) and the page inside it.
 * Everything that comes from the page is checked with `isPageMessage` before it is used.
 */

/** What the panel shows, and where: kept by the page's state, so that a reload finds the place again. */
export interface PlaceState {
  link: EntryLink;
  scroll: number;
  /** By the table's id: what the reader made of it. */
  tables?: Record<string, TableSetup>;
}

/** A table as its reader set it up. Columns and rows go by the ids of their subjects and questions. */
export interface TableSetup {
  /** What the rows are filtered by. */
  text: string;
  differences: boolean;
  columns: LineSetup;
  rows: LineSetup;
  /** The column that rows are sorted by, and the row that columns are sorted by. */
  sortRows?: Sort;
  sortColumns?: Sort;
}

/** Lines that `order` does not name follow those it does, as the table has them. */
export interface LineSetup {
  order: string[];
  hidden: string[];
}

/** `by` is the id of a line across, or empty for the names of the lines themselves. */
export interface Sort {
  by: string;
  descending: boolean;
}

/**
 * A version that a file of the workspace pins: `{ tool: 'airflow', version: '2.10.4', where: 'requirements.txt' }`.
 * `version` is a version ("2.10.4", "3.5"), not a range; `where` is a path that people recognise, for people alone.
 */
export interface WorkspaceVersion {
  /** The tool's id in the catalogue. */
  tool: string;
  version: string;
  where: string;
}

/** From the panel to the page. */
export type PanelMessage =
  | {
      type: 'show';
      page: Page;
      anchor?: string;
      scroll?: number;
      canGoBack: boolean;
      canGoForward: boolean;
      /** What the workspace pins; the page of a tool says so. Left out where nothing is known. */
      workspaceVersions?: readonly WorkspaceVersion[];
      /** The place in an editor that the reader came from, as they would call it: `orders.py:12`. */
      editor?: string;
    }
  /** The pins have been read, or have changed, while a page is on show. */
  | { type: 'workspaceVersions'; versions: readonly WorkspaceVersion[] }
  | { type: 'failed'; message: string; canGoBack: boolean; canGoForward: boolean };

/** From the page to the panel. */
export type PageMessage =
  /** The page script runs and waits for its first `show`. */
  | { type: 'ready' }
  /** Open an entry in the same panel; `scroll` is the place being left. */
  | { type: 'open'; link: EntryLink; scroll: number }
  | { type: 'openExternal'; url: string }
  | { type: 'copy'; text: string; what: 'code' | 'table' | 'link' | 'result' }
  /** Insert the snippet of the page, or a code block, into the last active editor. */
  | { type: 'insert'; snippetId?: string; text: string }
  /** Copy the link of the entry on show; with an anchor, of that section. */
  | { type: 'copyLink'; anchor?: string }
  /** Offer to save a text; `name` is a file name without a folder. */
  | { type: 'save'; name: string; text: string }
  /** Choose tools to compare: with the tool of a page, or with those of a table. */
  | { type: 'compare'; tool?: string; tools?: string[] }
  /** The reader went on inside the page, to an anchor or a guide's answers. Going back to the page returns there. */
  | { type: 'place'; anchor?: string }
  /** Back to the place in the editor that `show` named. */
  | { type: 'returnToEditor' }
  | { type: 'back'; scroll: number }
  | { type: 'forward'; scroll: number };

/** Whether something that came from the page is a message of the protocol, with parts of the right shape. */
export function isPageMessage(value: unknown): value is PageMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'ready':
    case 'returnToEditor':
      return true;
    case 'copyLink':
    case 'place':
      return value.anchor === undefined || isAnchor(value.anchor);
    case 'open':
      return isEntryLink(value.link) && isScroll(value.scroll);
    case 'openExternal':
      return typeof value.url === 'string' && /^https:\/\//.test(value.url);
    case 'copy':
      return isText(value.text) && ['code', 'table', 'link', 'result'].includes(String(value.what));
    case 'insert':
      return isText(value.text) && (value.snippetId === undefined || typeof value.snippetId === 'string');
    case 'save':
      return isFileName(value.name) && isText(value.text);
    case 'compare':
      return (value.tool === undefined || isId(value.tool)) && (value.tools === undefined || isList(value.tools, isId));
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
    (isId(value.id) || (value.kind === 'comparison' && isToolSet(value.id))) &&
    (value.anchor === undefined || isAnchor(value.anchor))
  );
}

/** Whether a state kept by the page can be restored. */
export function isPlaceState(value: unknown): value is PlaceState {
  return (
    isRecord(value) &&
    isEntryLink(value.link) &&
    isScroll(value.scroll) &&
    (value.tables === undefined || (isRecord(value.tables) && isList(Object.values(value.tables), isTableSetup)))
  );
}

function isTableSetup(value: unknown): value is TableSetup {
  return (
    isRecord(value) &&
    isName(value.text) &&
    typeof value.differences === 'boolean' &&
    isLineSetup(value.columns) &&
    isLineSetup(value.rows) &&
    (value.sortRows === undefined || isSort(value.sortRows)) &&
    (value.sortColumns === undefined || isSort(value.sortColumns))
  );
}

function isLineSetup(value: unknown): boolean {
  return isRecord(value) && isList(value.order, isName) && isList(value.hidden, isName);
}

function isSort(value: unknown): boolean {
  return isRecord(value) && isName(value.by) && typeof value.descending === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 500 && value.every(isItem);
}

/** Any short text: it is compared, never used as an address. */
function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length < 500;
}

/** `stores.md`: letters, digits, hyphens and plus signs, so that it can lead into no folder. */
function isFileName(value: unknown): boolean {
  return typeof value === 'string' && value.length < 500 && /^[a-z0-9]+([-+][a-z0-9]+)*\.(md|csv|html)$/.test(value);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

/** `spark+flink`: tools to be compared, put together on the fly. */
function isToolSet(value: unknown): boolean {
  return typeof value === 'string' && value.length < 400 && value.split('+').every(isId);
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
