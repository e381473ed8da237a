import { namePattern, type Scope } from '../api/scope';
import type { Rule } from './rule';

export const apiScopeFits: Rule = {
  name: 'api-scope-fits',
  description: 'Every pattern of a scope file matches a name of the inventory.',
  *check({ api }) {
    for (const { folder, scope, inventory } of api) {
      const file = `${folder}/scope.yml`;
      for (const { section, names } of [...scope.areas, ...scope.excluded, ...symbolPatterns(scope)]) {
        const known = Object.keys(inventory.sections[section] ?? {});
        for (const pattern of names) {
          const matches = namePattern(pattern);
          if (!known.some((name) => matches.test(name))) {
            yield { file, message: `"${pattern}" matches nothing in ${section}; take it out` };
          }
        }
      }
    }
  },
};

function symbolPatterns({ kept, shards, unshipped }: Scope) {
  return [...kept, ...shards, ...unshipped].map(({ names }) => ({ section: 'symbols' as const, names }));
}
