import type { ApiName, ApiReference } from '../apiReference';
import { profileName } from '../dbtProfile';
import { configNames, dbtJinjaReference } from '../jinja/dbt';
import type { Span } from '../text/span';
import type { Word } from '../text/word';
import { besideAt, type Beside } from './beside';
import { next, projectResources, resourceHolder, resources, walk, type Holder } from './dbtHolder';
import { isTestValue, testConfig, testKeyNames, testKeys, testNames } from './dbtTests';
import type { YamlKind } from './kind';
import type { YamlPlace } from './place';

type Names = Pick<ApiReference, 'names' | 'unique' | 'called' | 'parameter' | 'stands'>;

/** A key that there is not, to ask which names the keys of a mapping have in the catalogue. */
const anyKey = '\u0001';

/** What the keys of a mapping are. */
export interface HeldKeys {
  /** What their names begin with: `{ section: 'dbt/keys', name: 'properties.models.' }` */
  prefixes: readonly ApiName[];
  /** Keys that are told one by one, with their names. */
  words: readonly { label: string; of?: ApiName }[];
  /** In a project file configuration begins with a plus. */
  sign: '' | '+';
}

/** What may stand in the mapping at a path; null where it is not dbt's. `beside`: the keys there. */
export function heldKeys(path: readonly string[], kind: YamlKind, beside: Beside): HeldKeys | null {
  const words = wordsAt(path, kind);
  if (words) return { prefixes: [], words, sign: '' };
  const isProject = kind === 'dbtProject' && Object.hasOwn(projectResources, path[0] ?? '');
  const sign = isProject && !path.some((one, at) => at > 0 && one.startsWith('+')) ? '+' : '';
  const found = namesOf([...path, sign + anyKey], kind, beside)?.names ?? [];
  const prefixes = found.flatMap(({ section, name }) =>
    name.endsWith(anyKey) ? [{ section, name: name.slice(0, -anyKey.length) }] : [],
  );
  return prefixes.length > 0 ? { prefixes, words: [], sign } : null;
}

function wordsAt(path: readonly string[], kind: YamlKind): HeldKeys['words'] | null {
  if (kind === 'dbtPackages' && path.length === 2 && path[0] === 'packages') {
    const keys = ['package', 'git', 'local', 'tarball', 'private', ...Object.keys(packageKeys)];
    return keys.flatMap((label) => packageNames(label)?.names.map((of) => ({ label, of })) ?? []);
  }
  if (kind !== 'dbtResource') return null;
  if (path.length === 0) return ['version', ...Object.keys(resources)].map((label) => ({ label }));
  const holder = resourceHolder(path);
  return holder && 'test' in holder ? testWords : null;
}

/** Keys of the entry of a test; what is left out of them is written by few, or told by the column. */
const testWords: HeldKeys['words'] = [
  ...[...testKeys].map((key) => ({ label: key, of: keyName(`test.${key}`) })),
  ...[...testConfig].map((key) => ({ label: key, of: keyName(`config.data_test.${key}`) })),
].filter(({ label }) => !/^(?:test_name|column_name|sql_header|database|schema|alias|meta)$/.test(label));

/** The names whose accepted values stand at a path. */
export function valueNames(path: readonly string[], kind: YamlKind, beside: Beside): Names | null {
  return path.at(-1) === '[]' ? null : namesOf(path, kind, beside);
}

const kinds: ReadonlySet<YamlKind> = new Set(['dbtPackages', 'dbtProfiles', 'dbtProject', 'dbtResource']);

export function isDbtKind(kind: YamlKind): boolean {
  return kinds.has(kind);
}

/** A key of dbt's own in one of its files, or an accepted value of one; else a name in the Jinja of a value. */
export function dbtReference(
  place: YamlPlace,
  word: Word,
  kind: YamlKind,
  text: string,
  offset: number,
  path: string,
): ApiReference | null {
  if (word.text === '') return null;
  const start = word.at(0);
  const end = word.at(word.text.length - 1) + 1;
  if (offset < start || offset > end) return null;
  if (place.part === 'value' && /\{[{%]/.test(word.text)) return dbtJinjaReference(text, offset, path, start);
  if (!place.rooted) return null;
  const called = place.part === 'value' && kind === 'dbtResource' ? callee(word.text, start, offset) : null;
  if (called) return called;
  if (place.part === 'value') return valueReference(place, word, kind, { start, end });
  const names = namesOf(place.path, kind, besideAt(text, start));
  return names && { start, end, ...names };
}

/** `ref` in `to: ref('orders', v=1)`, which dbt reads without braces, and the names of arguments there. */
function callee(text: string, start: number, offset: number): ApiReference | null {
  const name = /^(?:ref|source)(?=\s*\([^()]*\)\s*$)/.exec(text)?.[0];
  if (name === undefined) return null;
  const called = { names: [{ section: 'dbt/context', name }], called: true };
  if (offset <= start + name.length) return { start, end: start + name.length, ...called };
  for (const { index, 1: parameter = '' } of text.matchAll(/(?<=[(,]\s*)(\w+)(?=\s*=)/g)) {
    const span = { start: start + index, end: start + index + parameter.length };
    if (offset >= span.start && offset <= span.end) return { ...span, ...called, parameter };
  }
  return null;
}

function valueReference({ path }: YamlPlace, word: Word, kind: YamlKind, span: Span): ApiReference | null {
  if (kind === 'dbtResource' && isTestValue(path)) return { ...span, ...testNames(word.text) };
  if (path.at(-1) === '[]') return null;
  const names = namesOf(path, kind, () => undefined);
  return names && { ...span, names: names.names, value: word.text };
}

function namesOf(path: readonly string[], kind: YamlKind, beside: Beside): Names | null {
  const key = path.at(-1) ?? '';
  if (key === '[]') return null;
  switch (kind) {
    case 'dbtProject':
      return projectNames(path, key);
    case 'dbtPackages':
      return path.length === 3 && path[0] === 'packages' && path[1] === '[]' ? packageNames(key) : null;
    case 'dbtProfiles':
      return profileNames(path, key, beside);
    case 'dbtResource': {
      const holder = path.length > 1 ? resourceHolder(path.slice(0, -1)) : null;
      return holder && heldNames(holder, key, beside);
    }
    default:
      return null;
  }
}

function heldNames(holder: Holder, key: string, beside: Beside): Names {
  if ('config' in holder) return configNames(holder.config, key);
  if ('keys' in holder) return { names: [keyName(`${holder.keys}.${key}`)] };
  return testKeyNames(holder, key, beside);
}

function keyName(name: string): ApiName {
  return { section: 'dbt/keys', name };
}

/** Packages by the key that says where they come from; what several of those take means the same in each. */
function packageNames(key: string): Names | null {
  const from = /^(?:package|git|local|tarball|private)$/.test(key) ? key : packageKeys[key];
  return from === undefined ? null : { names: [keyName(`packages.${from}.${key}`)] };
}

const packageKeys: Readonly<Record<string, string>> = {
  version: 'package',
  install_prerelease: 'package',
  revision: 'git',
  subdirectory: 'git',
  'warn-unpinned': 'git',
  provider: 'private',
};

function profileNames(path: readonly string[], key: string, beside: Beside): Names | null {
  // until 1.8 flags stood here, below a name that no profile can have
  if (path[0] === 'config') {
    if (path.length > 2) return null;
    return { names: [keyName(path.length === 1 ? 'project.flags' : `flags.${key}`)], stands: 'oldFlag' };
  }
  if (path.length === 2) return { names: [keyName(`profile.${key}`)] };
  if (path.length !== 4 || path[1] !== 'outputs') return null;
  const type = beside('type');
  return {
    names: [...(type === undefined ? [] : [profileName(type, key)]), keyName(`profile.outputs.${key}`)],
  };
}

function projectNames(path: readonly string[], key: string): Names | null {
  const [root = '', second = ''] = path;
  if (path.length === 1) return { names: [keyName(`project.${root}`)] };
  if (root === 'flags' && path.length === 2) return { names: [keyName(`flags.${key}`)], stands: 'flag' };
  if (root === 'quoting' && path.length === 2) return { names: [keyName(`type.Quoting.${key}`)] };
  if (root === 'query-comment' && path.length === 2) return { names: [keyName(`type.QueryComment.${key}`)] };
  const resource = Object.hasOwn(projectResources, root) ? projectResources[root] : undefined;
  if (resource === undefined || second === '') return null;
  const plus = path.findIndex((one, at) => at > 0 && one.startsWith('+'));
  // without a plus a key may be a folder of that name
  if (plus < 0) return null;
  const written = (path[plus] ?? '').slice(1);
  if (plus === path.length - 1) return configNames(resource, written);
  const holder = walk(path.slice(plus + 1, -1), next({ config: resource }, written));
  return holder && heldNames(holder, key, () => undefined);
}
