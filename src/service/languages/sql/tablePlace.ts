import { optionOffers } from '../../apiHover/sourceOption';
import { tableOptions } from '../../apiHover/sqlText';
import type { CompletionPlace } from '../completionPlace';
import { tableSpotAt } from './tableClause';

/** What may be written in the clauses of `CREATE TABLE`, in SQL that is Spark's. */
export function sqlPlaceIn(text: string, offset: number): CompletionPlace | null {
  const spot = tableSpotAt(text, offset, true);
  if (!spot) return null;
  const end = offset + (/^[\w.]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);
  const span = { start: spot.start, end };
  if (spot.kind === 'format') {
    // a table is nothing that only a stream reads or writes
    const label = (name: string) => (streams.test(name) || name.includes('.') ? null : name);
    return { ...span, offers: [{ from: 'names', section: 'spark-options/formats', below: '', label }] };
  }
  if (/^delta$/i.test(spot.format)) return null;
  const isText = /['"]/.test(text.charAt(spot.start - 1));
  const given = spot.kind === 'value' ? { key: spot.key, value: spot.value } : {};
  if (spot.kind === 'value' && !isText) return null;
  const offers = optionOffers(tableOptions, spot.format, given);
  // a key with other signs than those of a word stands in quotes
  return { ...span, offers: isText ? offers : offers.map((offer) => ({ ...offer, insert: quoted })) };
}

const streams = /^(?:kafka|rate|rate-micro-batch|socket|console|memory|noop|statestore|state-metadata)$/;

function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}
