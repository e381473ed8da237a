import type { CronMention } from '../apiHover/cron';
import type { Span } from './text/span';

/** What stands in a text of a data file that is written in a language of its own. */
export type InnerMention = Span &
  /** A schedule; `tool` is the page that the hover links to. */
  { kind: 'cron'; cron: CronMention; tool: string; documentation: string };
