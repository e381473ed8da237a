import { parseBody, type ParsedBody } from '../markdown';
import type { Rule } from './rule';

export const toolSections = [
  'How it works',
  'Choose it when',
  'Avoid it when',
  'What bites',
  'Compared with',
  'Go deeper',
];

export const sectionsPresent: Rule = {
  name: 'sections-present',
  description: 'A tool page has its sections in their order; a topic ends in "Go deeper" and has a table or a diagram.',
  *check(content) {
    for (const { file, body } of content.tools) {
      const titles = parseBody(body).headings.map((heading) => heading.title);
      if (titles.join('|') !== toolSections.join('|')) {
        yield { file, message: `the sections are ${toolSections.join(', ')}; found ${titles.join(', ') || 'none'}` };
      }
    }
    for (const { file, body } of content.topics) {
      const parsed = parseBody(body);
      if (parsed.headings.at(-1)?.title !== 'Go deeper') yield { file, message: 'end the page with ## Go deeper' };
      if (!hasPicture(parsed)) yield { file, message: 'add a diagram or a table' };
    }
  },
};

function hasPicture({ blocks, tokens }: ParsedBody): boolean {
  return blocks.some((block) => block.type !== 'markdown') || tokens.some((token) => token.type === 'table');
}
