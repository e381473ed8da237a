import type { InnerMention } from '../languages/inner';
import { lastLine, type ApiHoverOptions } from '../renderApiHover';
import { cronLines } from './cron';

/** The hover of what stands in a text of a data file, or null where nothing sure can be said. */
export function renderInner(mention: InnerMention, options: ApiHoverOptions) {
  const lines = cronLines(mention.cron, options.now, undefined);
  if (!lines) return null;
  const value = [...lines, lastLine(mention, options.links)].join('\n\n');
  return { start: mention.start, end: mention.end, value };
}
