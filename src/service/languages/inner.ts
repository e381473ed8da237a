import type { CronMention } from '../apiHover/cron';
import type { DbtCall } from '../dbt/call';
import type { TableSpot } from './sql/tableClause';
import type { Span } from './text/span';

/** What stands in a data file in another language than its own, or in one that the project decides on. */
export type InnerMention = Span &
  (
    | { kind: 'cron'; cron: CronMention; tool: string; documentation: string }
    /** A name that is called in SQL, whosever SQL it is. */
    | { kind: 'sqlCall'; name: string }
    /** What stands in a clause of `CREATE TABLE`, whosever SQL it is. */
    | { kind: 'sqlTable'; spot: TableSpot }
    /** The name of a thing of the reader's own dbt project. */
    | { kind: 'dbtCall'; call: DbtCall }
  );
