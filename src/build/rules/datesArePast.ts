import { citingPages, claimsOf } from '../claims';
import type { Rule } from './rule';

export const datesArePast: Rule = {
  name: 'dates-are-past',
  description: 'Nothing was checked in the future.',
  *check(content) {
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    for (const { file, where, checked } of claimsOf(content)) {
      if (checked !== undefined && checked > tomorrow)
        yield { file, message: `${where}: checked on ${checked}, which is yet to come` };
    }
    for (const { file, references } of citingPages(content, () => [])) {
      for (const { id, checked } of references) {
        if (checked > tomorrow)
          yield { file, message: `reference "${id}": checked on ${checked}, which is yet to come` };
      }
    }
  },
};
