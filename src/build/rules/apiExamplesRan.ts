import { entriesOf, storedExample } from '../api/source';
import type { Rule } from './rule';

export const apiExamplesRan: Rule = {
  name: 'api-examples-ran',
  description: 'Every example was checked on the real tool as it stands; the result shown is the one that it gave.',
  *check({ api }) {
    for (const source of api) {
      if (source.scope.unchecked !== undefined) continue;
      for (const { file, section, name, entry } of entriesOf(source)) {
        if (!entry.example) continue;
        const stored = storedExample(source, section, name);
        const { over, schema, code } = entry.example;
        const same =
          stored?.code.trimEnd() === code &&
          stored.schema === schema &&
          JSON.stringify(stored.over) === JSON.stringify(over);
        if (!same)
          yield { file, message: `${name}: the example has not run as it stands: npm run api:examples -- --new` };
      }
    }
  },
};
