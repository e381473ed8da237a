import { entriesOf } from '../api/source';
import type { Rule } from './rule';

export const apiEntriesUnique: Rule = {
  name: 'api-entries-unique',
  description: 'A symbol is explained in one place.',
  *check({ api }) {
    for (const source of api) {
      const places = new Map<string, string>();
      for (const { file, section, name } of entriesOf(source)) {
        const key = `${section}/${name}`;
        const first = places.get(key);
        if (first !== undefined) yield { file, message: `${name} is explained in ${first} already` };
        else places.set(key, file);
      }
    }
  },
};
