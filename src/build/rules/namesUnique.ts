import { nameTables } from '../../catalogue/types';
import { namesOf, normaliseName } from '../recognition';
import type { Content } from '../source';
import type { Rule } from './rule';

export const namesUnique: Rule = {
  name: 'names-unique',
  description: 'No name in code, and no name that people say, stands for two tools.',
  *check(content) {
    for (const table of nameTables) {
      if (table === 'lookup') continue;
      const owners = new Map<string, string>();
      for (const tool of content.tools) {
        for (const name of namesOf(tool, table)) {
          const key = normaliseName(table, name);
          const owner = owners.get(key);
          if (owner !== undefined && owner !== tool.id) {
            yield { file: tool.file, message: `recognise.${table} "${name}" belongs to ${owner} already` };
          }
          owners.set(key, tool.id);
        }
      }
    }
    yield* termNames(content);
  },
};

/** A term's name or spelling belongs to it alone. */
function* termNames(content: Content): Iterable<{ file: string; message: string }> {
  const owners = new Map<string, string>();
  for (const { name, recognise, id } of content.tools.map((tool) => ({ ...tool.data, id: tool.id }))) {
    for (const owned of [name, ...recognise.prose]) owners.set(owned.toLowerCase(), id);
  }
  for (const { id, file, data } of content.terms) {
    for (const name of new Set([data.name, ...data.aliases, ...data.prose].map((one) => one.toLowerCase()))) {
      const owner = owners.get(name);
      if (owner !== undefined && owner !== id) yield { file, message: `"${name}" belongs to ${owner} already` };
      owners.set(name, id);
    }
  }
}
