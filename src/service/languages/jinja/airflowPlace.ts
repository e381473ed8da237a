import type { CompletionPlace, Offer } from '../completionPlace';
import { jinjaSpotAt, type JinjaSpot } from './spot';

/** What may be written in the template of an argument of Airflow's. `macros`: paths of the functions below `macros`. */
export function airflowJinjaPlace(text: string, offset: number, macros: readonly string[]): CompletionPlace | null {
  const spot = jinjaSpotAt(text, offset);
  const offer = spot && offerAt(spot, macros);
  return offer ? { start: spot.start, end: spot.end, offers: [offer], taken: spot.bound } : null;
}

function offerAt(spot: JinjaSpot, macros: readonly string[]): Offer | null {
  if (spot.kind === 'filter') return { from: 'names', section: 'airflow/templateFilters', below: '' };
  if (spot.kind === 'string') return null;
  if (spot.owner === 'macros') return { from: 'symbols', paths: macros };
  if (spot.owner !== '') return null;
  const label = (name: string) => (name.includes('.') ? null : name);
  return { from: 'names', section: 'airflow/templateVariables', below: '', label };
}
