import { missingPlaceholders } from '../../catalogue/snippetSyntax';
import type { Rule } from './rule';

export const snippetsFit: Rule = {
  name: 'snippets-fit',
  description:
    'Prefixes are unique and start with the folder; placeholders stand in the code; a title is unique per folder and language.',
  *check(content) {
    const prefixes = new Map<string, string>();
    const titles = new Map<string, string>();
    for (const { file, folder, data, code, language } of content.snippets) {
      if (!data.prefix.startsWith(`${folder}-`)) yield { file, message: `start the prefix with "${folder}-"` };
      const twin = prefixes.get(data.prefix);
      if (twin) yield { file, message: `prefix "${data.prefix}" is taken by ${twin}` };
      const namesake = titles.get(`${folder}/${language}/${data.title}`);
      if (namesake) yield { file, message: `title "${data.title}" is taken by ${namesake}` };
      prefixes.set(data.prefix, file);
      titles.set(`${folder}/${language}/${data.title}`, file);
      if (code === '') yield { file, message: 'there is nothing to insert: add a %% snippet cell' };
      for (const text of missingPlaceholders(code, data.placeholders)) {
        yield { file, message: `placeholder "${text}" does not stand in the snippet` };
      }
    }
  },
};
