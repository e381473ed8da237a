import type { ApiFacts } from '../../catalogue/api';
import { isBefore, reaches, type ApiPin } from './availability';

/** Whether a name can be used in the version at hand. */
export type Standing = 'there' | 'deprecated' | 'absent';

/** The same judgement as the warning of a hover. `newest`: the version that holds where nothing is pinned. */
export function standingOf(facts: ApiFacts, pin: ApiPin | undefined, newest: string | undefined): Standing {
  const at = pin?.version ?? newest;
  const { moved, removed, deprecated } = facts;
  const since = facts.introduced ?? facts.added;
  if (pin && since !== undefined && isBefore(pin.version, since)) return 'absent';
  const gone = [removed, moved?.removed].some((release) => release !== undefined && reaches(at, release));
  if (gone) return 'absent';
  if (moved && reaches(at, moved.release)) return 'deprecated';
  const from = deprecated?.version ?? deprecated?.release;
  return deprecated && (from === undefined || reaches(at, from)) ? 'deprecated' : 'there';
}
