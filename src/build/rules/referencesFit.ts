import { citingPages } from '../claims';
import type { Rule } from './rule';

export const referencesFit: Rule = {
  name: 'references-fit',
  description: 'References are unique within a page and lead to the page that says it, not to a home page.',
  *check(content) {
    for (const { file, references } of citingPages(content, () => [])) {
      const ids = new Set<string>();
      const urls = new Set<string>();
      for (const { id, url } of references) {
        if (ids.has(id)) yield { file, message: `two references are called "${id}"` };
        if (urls.has(url)) yield { file, message: `${url} stands twice among the references` };
        if (new URL(url).pathname === '/') yield { file, message: `${url} is a home page; name the page that says it` };
        ids.add(id);
        urls.add(url);
      }
    }
  },
};
