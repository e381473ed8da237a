import type { ApiText } from '../../../catalogue/api';
import type { CompletionPlace, NamesOffer, Offer } from '../completionPlace';
import { adapters } from '../jinja/dbt';
import { configKeys, configValues, dbtJinjaPlace } from '../jinja/dbtPlace';
import { besideAt } from './beside';
import { heldKeys, valueNames, type HeldKeys } from './dbtReference';
import { argumentsAt } from './dbtTests';
import type { YamlKind } from './kind';
import { siblingKeys } from './siblings';
import { typedAt, type TypedKey, type TypedValue } from './typed';

/** What may be written in one of dbt's files: a key, an accepted value, or a name in the Jinja of a value. */
export function dbtPlace(
  text: string,
  offset: number,
  path: string,
  kind: YamlKind,
  trigger?: string,
): CompletionPlace | null {
  const typed = typedAt(text, offset);
  if (!typed) return null;
  if (typed.part === 'jinja') return dbtJinjaPlace(text, offset, path, typed.start);
  // behind a space a value may begin; a space in front of a key is its indent
  if (typed.part === 'key') return trigger === ' ' ? null : keyPlace(typed, text, kind);
  return valuePlace(typed, text, kind);
}

function keyPlace(typed: TypedKey, text: string, kind: YamlKind): CompletionPlace | null {
  const held = heldKeys(typed.path, kind, besideAt(text, typed.start));
  const test = kind === 'dbtResource' ? argumentsAt(typed.path) : null;
  if (!held && test === null) return null;
  const offers = held?.prefixes.flatMap((prefix) => keysBelow(prefix.section, prefix.name, held, typed)) ?? [];
  const insert = keyWriter(typed);
  const words: Offer[] = held && held.words.length > 0 ? [{ from: 'words', words: held.words, insert }] : [];
  const given: Offer[] =
    test === null ? [] : [{ from: 'testArguments', test, insert: (name) => argument(name, typed) }];
  return {
    start: typed.start,
    end: typed.end,
    offers: [...words, ...given, ...offers],
    taken: siblingKeys(text, typed),
  };
}

function keysBelow(section: string, below: string, { sign }: HeldKeys, typed: TypedKey): Offer[] {
  if (below === 'test_') return testOffers();
  const insert = keyWriter(typed);
  const resource = /^config\.(\w+)\.$/.exec(below)?.[1];
  const offers: NamesOffer[] =
    resource === undefined ? [{ from: 'names', section, below, insert }] : configKeys(resource, insert);
  const label = (rest: string) => (rest.includes('.') ? null : sign + rest);
  return offers.map((offer) => ({ ...offer, label }));
}

/** An argument may be a list as well as a word. */
function argument(name: string, { hasColon }: TypedKey): string {
  return hasColon ? name : `${name}: `;
}

/** Generic tests, which are macros: the project's, dbt's own, and those of packages that the project uses. */
function testOffers(): Offer[] {
  const packages = testPackages.map((uses): Offer => {
    const label = (name: string) => (/^test_\w+$/.test(name) ? `${uses}.${name.slice('test_'.length)}` : null);
    return { from: 'names', section: 'dbt-packages/macros', below: `${uses}.`, label, uses, isCommon: () => false };
  });
  return [{ from: 'projectTests' }, { from: 'names', section: 'dbt/macros', below: 'test_' }, ...packages];
}

const testPackages = ['dbt_utils', 'dbt_expectations'];

/** Types whose value stands on the line of the key. */
const scalar =
  /^(?:str|bool|int|float|datetime|Identifier|Any|Severity|SemverString|\w+(?:Type|Options?|Period|Format))\b/;

function keyWriter({ hasColon }: TypedKey): (key: string, text: ApiText | undefined) => string {
  return (key, text) => {
    if (hasColon) return key;
    const type = text?.facts.type;
    return type === undefined || !scalar.test(type) ? `${key}:` : `${key}: `;
  };
}

function valuePlace({ path, start, end, isQuoted }: TypedValue, text: string, kind: YamlKind): CompletionPlace | null {
  const span = { start, end };
  if (kind === 'dbtProfiles' && path.length === 4 && path[1] === 'outputs' && path[3] === 'type') {
    return { ...span, offers: [{ from: 'words', words: adapters.map((label) => ({ label })) }] };
  }
  const found = valueNames(path, kind, besideAt(text, start));
  if (!found) return null;
  const style = isQuoted ? {} : { booleans: ['true', 'false'] as const };
  const [, resource, key] = /^config\.(\w+)\.(.+)$/.exec(found.names[0]?.name ?? '') ?? [];
  if (resource !== undefined && key !== undefined) return { ...span, offers: configValues(resource, key, style) };
  return { ...span, offers: [{ from: 'values', ...found, ...style }] };
}
