import { citingPages } from '../claims';
import { parseBody } from '../markdown';
import type { Rule } from './rule';

export const citationsResolve: Rule = {
  name: 'citations-resolve',
  description: 'What is cited stands among the references, and every reference is cited.',
  *check(content) {
    for (const { file, references, cited } of citingPages(content, (body) => parseBody(body).citations)) {
      const known = new Set(references.map((reference) => reference.id));
      const used = new Set(cited);
      for (const id of used) {
        if (!known.has(id)) yield { file, message: `"${id}" is cited; add it to references` };
      }
      for (const id of known) {
        if (!used.has(id))
          yield { file, message: `reference "${id}" is never cited; cite it where it is used, or take it out` };
      }
    }
  },
};
