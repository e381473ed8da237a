import type { Block, Page } from '../catalogue/types';
import type { Context } from './context';
import { diagram } from './diagram';
import { h } from './dom';
import { entryLink } from './links';
import { markdown } from './markdown';
import { comparison } from './table';

export function pageBlocks(page: Page, context: Context): Node[] {
  return page.blocks.flatMap((block) => blockNodes(block, context));
}

function blockNodes(block: Block, context: Context): Node[] {
  switch (block.type) {
    case 'markdown':
      return markdown(block.markdown, context);
    case 'diagram':
      return [diagram(block.svg, block.alt)];
    case 'comparison':
      return [embeddedComparison(block.id, context)];
    default:
      return [];
  }
}

function embeddedComparison(id: string, context: Context): HTMLElement {
  const table = context.tables.get(id);
  if (table) return comparison(table, context, true);
  return h('p', {}, 'This table has a page of its own: ', entryLink({ kind: 'comparison', id }, id), '.');
}
