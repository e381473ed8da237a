import type { EntryLink } from '../../catalogue/types';
import { isEntryLink } from '../../protocol/page';
import { toolsInId } from '../../catalogue/compare';
import type { TreeNode } from '../trees/nodes';

/** A command's argument, which may be a link (from a hover or a keybinding) or a tree's node (from a menu). */
export function linkFrom(argument: unknown): EntryLink | undefined {
  if (isEntryLink(argument)) return argument;
  const link = (argument as TreeNode | undefined)?.link;
  return isEntryLink(link) ? link : undefined;
}

/** Tools that an argument names: a tool's link or node, the id of a tool, several ids, or a comparison put together before. */
export function toolsFrom(argument: unknown): string[] | undefined {
  const link = linkFrom(argument);
  if (link?.kind === 'tool') return [link.id];
  if (link?.kind === 'comparison') return toolsInId(link.id) ?? undefined;
  if (typeof argument === 'string') return [argument];
  return Array.isArray(argument) ? argument.filter((id): id is string => typeof id === 'string') : undefined;
}
