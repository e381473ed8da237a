import { entriesOf, executed } from '../api/source';
import type { Rule } from './rule';

export const apiExamplesRan: Rule = {
  name: 'api-examples-ran',
  description: 'The result shown under an example is the one that exactly this example gave.',
  *check({ api }) {
    for (const source of api) {
      for (const { file, section, name, entry } of entriesOf(source)) {
        if (!entry.example || executed[source.id] !== section) continue;
        const stored = Object.hasOwn(source.examples, name) ? source.examples[name] : undefined;
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
