import { parseEntryLink } from '../../catalogue/links';
import { redirectsFile } from '../source';
import { anchorsByEntry } from './linksResolve';
import type { Rule } from './rule';

export const redirectsLeadSomewhere: Rule = {
  name: 'redirects-lead-somewhere',
  description: 'A redirect starts from an id that is out of use, and leads to an entry, and a heading, that exist.',
  *check(content) {
    const anchors = anchorsByEntry(content);
    for (const [from, to] of Object.entries(content.redirects)) {
      const old = parseEntryLink(from);
      if (!old || old.anchor !== undefined) yield problem(`"${from}" is no entry: write kind:id`);
      if (anchors.has(from)) yield problem(`${from} is in use; take its redirect out, or rename the entry`);
      const target = parseEntryLink(to);
      const known = target && anchors.get(`${target.kind}:${target.id}`);
      if (!target || !known) yield problem(`${from} leads to ${to}, which does not exist; name the entry of today`);
      else if (target.anchor !== undefined && !known.has(target.anchor))
        yield problem(`${from} leads to ${to}, but the page has no such heading`);
    }
  },
};

function problem(message: string): { file: string; message: string } {
  return { file: redirectsFile, message };
}
