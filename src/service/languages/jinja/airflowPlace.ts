import type { CompletionPlace, Offer } from '../completionPlace';
import { jinjaSpotAt, type JinjaSpot } from './spot';

/** What may be written in the template of an argument of Airflow's. `macros`: paths of the functions below `macros`. */
export function airflowJinjaPlace(text: string, offset: number, macros: readonly string[]): CompletionPlace | null {
  const spot = jinjaSpotAt(text, offset);
  const offers = spot && offersAt(spot, macros);
  return offers ? { start: spot.start, end: spot.end, offers, taken: spot.bound } : null;
}

function offersAt(spot: JinjaSpot, macros: readonly string[]): Offer[] | null {
  if (spot.kind === 'filter') return [{ from: 'names', section: 'airflow/templateFilters', below: '' }];
  if (spot.kind === 'string') return null;
  const below = spot.owner === '' ? '' : `${spot.owner}.`;
  const label = (name: string) => (name.includes('.') ? null : name);
  const variables: Offer = { from: 'names', section: 'airflow/templateVariables', below, label };
  return spot.owner === 'macros' ? [variables, { from: 'symbols', paths: macros }] : [variables];
}
