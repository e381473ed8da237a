import type { ApiText } from '../../catalogue/api';

/** The release in which flags moved from `profiles.yml` to `dbt_project.yml`, as its deprecation warning says. */
const moved = '1.8';

/** What is said of a flag, with where it stood before and where it belongs. Flags of 1.8 and later had no old place. */
export function flagText(text: ApiText, stands: 'flag' | 'oldFlag'): ApiText {
  const { facts, expert = [] } = text;
  const isOlder = facts.introduced === undefined;
  if (stands === 'flag') {
    return isOlder
      ? {
          ...text,
          expert: [...expert, 'Before 1.8, and late patches of 1.6 and 1.7, it stood below config in profiles.yml.'],
        }
      : text;
  }
  if (text.name === 'project.flags') return { ...oldSection(text), expert: [tolerated] };
  const place = isOlder ? { moved: { release: moved, to: text.name } } : {};
  return { ...text, facts: { ...facts, ...place }, expert: [...expert, tolerated] };
}

const tolerated =
  'Flags belong to dbt_project.yml since 1.8; here dbt still reads them with a warning, and fails where both files have some.';

/** `config` of `profiles.yml`: without what only holds for the key of the other file. */
function oldSection({ facts, does, tool, documentation }: ApiText): ApiText {
  return {
    name: 'config',
    ...(does !== undefined && { does }),
    ...(tool !== undefined && { tool }),
    ...(documentation !== undefined && { documentation }),
    facts: { package: facts.package, moved: { release: moved, to: 'flags' } },
  };
}
