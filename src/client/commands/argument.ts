import type { EntryLink } from '../../catalogue/types';
import { isEntryLink } from '../../protocol/page';
import type { TreeNode } from '../trees/nodes';

/** A command's argument, which may be a link (from a hover or a keybinding) or a tree's node (from a menu). */
export function linkFrom(argument: unknown): EntryLink | undefined {
  if (isEntryLink(argument)) return argument;
  const link = (argument as TreeNode | undefined)?.link;
  return isEntryLink(link) ? link : undefined;
}
