import { landscapeId } from '../../catalogue/landscape';
import type { EntryLink } from '../../catalogue/types';
import { bodiesOf } from '../claims';
import { parseBody } from '../markdown';
import type { Content } from '../source';
import type { Rule } from './rule';

export const linksResolve: Rule = {
  name: 'links-resolve',
  description: 'Links inside the reference lead to an entry and a heading that exist; links outside are https.',
  *check(content) {
    const anchors = anchorsByEntry(content);
    for (const { file, body } of bodiesOf(content)) {
      const { links, external, blocks } = parseBody(body);
      const embedded = blocks.flatMap((block): EntryLink[] =>
        block.type === 'comparison' ? [{ kind: 'comparison', id: block.id }] : [],
      );
      for (const { kind, id, anchor } of [...links, ...embedded]) {
        const known = anchors.get(`${kind}:${id}`);
        if (!known) yield { file, message: `${kind}:${id} leads nowhere` };
        else if (anchor !== undefined && !known.has(anchor))
          yield { file, message: `${kind}:${id} has no heading #${anchor}` };
      }
      for (const href of external) {
        if (!/^https:\/\/[^/\s]+\.[^/\s]+/.test(href))
          yield { file, message: `"${href}" is neither https:// nor a link inside the reference` };
      }
    }
  },
};

/** By `kind:id`: the anchors of its headings. */
export function anchorsByEntry(content: Content): Map<string, Set<string>> {
  const anchors = new Map<string, Set<string>>();
  const add = (key: string, body: string) =>
    anchors.set(key, new Set(parseBody(body).headings.map((heading) => heading.anchor)));
  for (const { id, body } of content.topics) add(`topic:${id}`, body);
  for (const { id, body } of content.tools) add(`tool:${id}`, body);
  for (const { id, data } of content.comparisons) add(`comparison:${id}`, data.notes);
  for (const { id, body } of content.terms) add(`term:${id}`, body);
  for (const { id } of content.snippets) add(`snippet:${id}`, '');
  for (const { id } of content.guides) add(`guide:${id}`, '');
  add(`landscape:${landscapeId}`, '');
  return anchors;
}
