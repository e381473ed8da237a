import { citingPages, claimsOf } from '../claims';
import { reasonsOf } from '../guides';
import type { Content } from '../source';
import type { Rule } from './rule';

export const datesArePast: Rule = {
  name: 'dates-are-past',
  description: 'Nothing was checked in the future.',
  *check(content) {
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    for (const { file, where, checked } of [...claimsOf(content), ...guideReasons(content)]) {
      if (checked !== undefined && checked > tomorrow)
        yield { file, message: `${where}: checked on ${checked}, which is yet to come` };
    }
    for (const { file, data } of content.api.flatMap(({ explanations }) => explanations)) {
      if (data.checked > tomorrow) yield { file, message: `checked on ${data.checked}, which is yet to come` };
    }
    for (const { file, references } of citingPages(content, () => [])) {
      for (const { id, checked } of references) {
        if (checked > tomorrow)
          yield { file, message: `reference "${id}": checked on ${checked}, which is yet to come` };
      }
    }
  },
};

/** Their own dates: those of the cells that they rest on are looked at where they stand. */
function guideReasons({ guides }: Content) {
  return guides.flatMap(({ file, data }) =>
    [...reasonsOf(data)].map(({ where, reason }) => ({ file, where, checked: reason.checked })),
  );
}
