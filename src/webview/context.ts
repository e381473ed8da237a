import type { ComparisonTable } from '../catalogue/types';
import type { PageMessage, TableSetup, WorkspaceVersion } from '../protocol/page';
import type { Anchors } from './anchors';
import type { Sources } from './sources';

/** What the parts of a page share while it is drawn. */
export interface Context {
  sources: Sources;
  anchors: Anchors;
  tables: Map<string, ComparisonTable>;
  /** What the workspace pins, of any tool. */
  workspaceVersions: readonly WorkspaceVersion[];
  /** The day against which checks are called old. */
  today: Date;
  /** What the reader made of a table before, and keeping what they make of it now. */
  tableSetup(id: string): TableSetup | undefined;
  keepTableSetup(id: string, setup: TableSetup): void;
  /** Where in the page a link or an earlier visit leads, as a guide's answers for one. */
  anchor: string | undefined;
  /** The page is entered below its top, so that all of it has to stand before the reader goes there. */
  entersBelow: boolean;
  /** The reader went on to another place in the page: remembered, linked to, and gone back to. */
  moveTo(anchor: string | undefined): void;
  post(message: PageMessage): void;
  /** Says something to screen readers without moving the focus. */
  announce(text: string): void;
}
