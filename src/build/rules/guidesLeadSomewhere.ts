import { checkGuide } from '../guides';
import type { Rule } from './rule';

export const guidesLeadSomewhere: Rule = {
  name: 'guides-lead-somewhere',
  description:
    'Every path through a guide ends with a candidate, every answer changes something, every reason has its cell.',
  *check(content) {
    for (const guide of content.guides) yield* checkGuide(guide, content);
  },
};
