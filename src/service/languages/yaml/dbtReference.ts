import type { ApiName, ApiReference } from '../apiReference';
import { profileName } from '../dbtProfile';
import { configNames, dbtJinjaReference } from '../jinja/dbt';
import { indentOf, lineAbove, lineAt, lineBelow } from '../text/lines';
import type { Span } from '../text/span';
import type { Word } from '../text/word';
import type { YamlKind } from './kind';
import type { YamlPlace } from './place';

type Names = Pick<ApiReference, 'names' | 'unique' | 'called'>;

/** What the keys of a mapping are: the start of their names in the catalogue. */
type Holder = { keys: string } | { config: string } | { tests: true };

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

/** What may stand in the mapping at a path; null where it is not dbt's. `adapter`: the type of the connection there. */
export function heldKeys(path: readonly string[], kind: YamlKind, adapter: () => string | undefined): HeldKeys | null {
  const words = wordsAt(path, kind);
  if (words) return { prefixes: [], words, sign: '' };
  const isProject = kind === 'dbtProject' && Object.hasOwn(projectResources, path[0] ?? '');
  const sign = isProject && !path.some((one, at) => at > 0 && one.startsWith('+')) ? '+' : '';
  const found = namesOf([...path, sign + anyKey], kind, adapter)?.names ?? [];
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
  if (!holder || !('keys' in holder) || holder.keys !== 'test') return null;
  const configured = [...testKeys].map((key) => ({ label: key, of: keyName(`config.data_test.${key}`) }));
  return [{ label: 'arguments' }, { label: 'config' }, { label: 'name' }, { label: 'description' }, ...configured];
}

/** The names whose accepted values stand at a path. */
export function valueNames(path: readonly string[], kind: YamlKind, adapter: () => string | undefined): Names | null {
  return path.at(-1) === '[]' ? null : namesOf(path, kind, adapter);
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
  const names = namesOf(place.path, kind, () => adapterBeside(text, start));
  return names && { start, end, ...names };
}

/** `ref` in `to: ref('orders')`, which dbt reads without braces. */
function callee(text: string, start: number, offset: number): ApiReference | null {
  const name = /^(?:ref|source)(?=\s*\([^()]*\)\s*$)/.exec(text)?.[0];
  if (name === undefined || offset > start + name.length) return null;
  return { start, end: start + name.length, names: [{ section: 'dbt/context', name }], called: true };
}

function valueReference({ path }: YamlPlace, word: Word, kind: YamlKind, span: Span): ApiReference | null {
  if (path.at(-1) === '[]') {
    const holder = kind === 'dbtResource' ? resourceHolder(path) : null;
    return holder && 'tests' in holder ? { ...span, ...testNames(word.text) } : null;
  }
  const names = namesOf(path, kind, () => undefined);
  return names && { ...span, names: names.names, value: word.text };
}

function namesOf(path: readonly string[], kind: YamlKind, adapter: () => string | undefined): Names | null {
  const key = path.at(-1) ?? '';
  if (key === '[]') return null;
  switch (kind) {
    case 'dbtProject':
      return projectNames(path, key);
    case 'dbtPackages':
      return path.length === 3 && path[0] === 'packages' && path[1] === '[]' ? packageNames(key) : null;
    case 'dbtProfiles':
      return profileNames(path, key, adapter);
    case 'dbtResource': {
      const holder = path.length > 1 ? resourceHolder(path.slice(0, -1)) : null;
      return holder && heldNames(holder, key);
    }
    default:
      return null;
  }
}

function heldNames(holder: Holder, key: string): Names {
  if ('tests' in holder) return testNames(key);
  if ('keys' in holder && holder.keys === 'test')
    return testKeys.has(key) ? configNames('data_test', key) : { names: [keyName(`test.${key}`)] };
  return 'config' in holder ? configNames(holder.config, key) : { names: [keyName(`${holder.keys}.${key}`)] };
}

/** Configuration that may stand among the arguments of a test. */
const testKeys = new Set(
  'severity where limit warn_if error_if fail_calc store_failures store_failures_as tags enabled'.split(' '),
);

function keyName(name: string): ApiName {
  return { section: 'dbt/keys', name };
}

/** Generic tests: `unique` is a macro called `test_unique`. */
function testNames(name: string): Names {
  const dot = name.lastIndexOf('.');
  const macro = `${name.slice(0, dot + 1)}test_${name.slice(dot + 1)}`;
  return { names: [{ section: dot < 0 ? 'dbt/macros' : 'dbt-packages/macros', name: macro }], called: true };
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

function profileNames(path: readonly string[], key: string, adapter: () => string | undefined): Names | null {
  if (path.length === 2 && path[0] !== 'config') return { names: [keyName(`profile.${key}`)] };
  if (path.length !== 4 || path[1] !== 'outputs') return null;
  const type = adapter();
  return {
    names: [...(type === undefined ? [] : [profileName(type, key)]), keyName(`profile.outputs.${key}`)],
  };
}

/** The `type` of the connection that a key belongs to, from the lines beside it. */
export function adapterBeside(text: string, offset: number): string | undefined {
  const own = lineAt(text, offset);
  if (!own) return undefined;
  const indent = indentOf(text, own);
  for (const step of [lineAbove, lineBelow]) {
    let line: Span | null = own;
    for (let count = 0; line && count < 60; count++) {
      const type = /^\s*type:\s*["']?(\w+)/.exec(text.slice(line.start, line.end))?.[1];
      const isBlankLine = text.slice(line.start, line.end).trim() === '';
      if (!isBlankLine && indentOf(text, line) < indent) break;
      if (type !== undefined && indentOf(text, line) === indent) return type;
      line = step(text, step === lineAbove ? line.start : line.end);
    }
  }
  return undefined;
}

/** Roots of `dbt_project.yml` under which resources are configured, with the resource. */
const projectResources: Readonly<Record<string, string>> = {
  models: 'model',
  seeds: 'seed',
  snapshots: 'snapshot',
  sources: 'source',
  tests: 'data_test',
  data_tests: 'data_test',
  unit_tests: 'unit_test',
  exposures: 'exposure',
  metrics: 'metric',
  functions: 'function',
  'semantic-models': 'semantic_model',
  'saved-queries': 'saved_query',
};

function projectNames(path: readonly string[], key: string): Names | null {
  const [root = '', second = ''] = path;
  if (path.length === 1) return { names: [keyName(`project.${root}`)] };
  if (root === 'flags' && path.length === 2) return { names: [keyName(`flags.${key}`)] };
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
  return holder && heldNames(holder, key);
}

/** Roots of a file of properties, with what their entries configure. */
const resources: Readonly<Record<string, string>> = {
  models: 'model',
  seeds: 'seed',
  snapshots: 'snapshot',
  sources: 'source',
  exposures: 'exposure',
  macros: 'macro',
  analyses: 'analysis',
  groups: 'group',
  functions: 'function',
  unit_tests: 'unit_test',
  semantic_models: 'semantic_model',
  saved_queries: 'saved_query',
  metrics: 'metric',
  data_tests: 'data_test',
};

/** What the keys below a path of a file of properties are; null where they are not dbt's. */
function resourceHolder(path: readonly string[]): Holder | null {
  const [root = '', entry] = path;
  if (!Object.hasOwn(resources, root) || entry !== '[]') return null;
  return walk(path.slice(2), { keys: `properties.${root}` }, resources[root]);
}

function walk(path: readonly string[], from: Holder | null, resource = ''): Holder | null {
  let holder = from;
  let configured = resource;
  for (const key of path) {
    // the entries of a list hold the keys that its name says
    if (key === '[]') continue;
    if (!holder) return null;
    holder = next(holder, key, configured);
    if (holder && 'keys' in holder) {
      if (holder.keys === 'properties.columns') configured = 'column';
      else if (holder.keys === 'test') configured = 'data_test';
    }
  }
  return holder;
}

/** What the keys below a key are. */
function next(holder: Holder, key: string, resource = ''): Holder | null {
  if ('tests' in holder) return { keys: 'test' };
  if ('keys' in holder) {
    if (key === 'config') return { config: resource };
    if (/^(?:data_)?tests$/.test(key) && holder.keys.startsWith('properties.')) return { tests: true };
    if (key === 'columns' && holder.keys.startsWith('properties.')) return { keys: 'properties.columns' };
  }
  const own = 'keys' in holder ? holder.keys : `config.${holder.config}`;
  const found = below[`${own}.${key}`] ?? below[`*.${key}`];
  return found === undefined ? null : { keys: found };
}

/** Mappings inside of properties and configuration, by the key that holds them. */
const below: Readonly<Record<string, string>> = {
  'properties.models.versions': 'properties.models.versions',
  'properties.sources.tables': 'properties.sources.tables',
  'properties.sources.freshness': 'type.FreshnessThreshold',
  'properties.sources.tables.freshness': 'type.FreshnessThreshold',
  'properties.sources.tables.external': 'type.ExternalTable',
  'config.source.freshness': 'type.FreshnessThreshold',
  'type.FreshnessThreshold.warn_after': 'type.Time',
  'type.FreshnessThreshold.error_after': 'type.Time',
  'config.model.freshness': 'type.ModelFreshness',
  'type.ModelFreshness.build_after': 'type.ModelBuildAfter',
  'config.model.latest_version_pointer': 'type.LatestVersionPointer',
  'config.snapshot.snapshot_meta_column_names': 'type.SnapshotMetaColumnNames',
  'config.saved_query.cache': 'type.SavedQueryCache',
  'properties.exposures.owner': 'type.Owner',
  'properties.groups.owner': 'type.Owner',
  'properties.macros.arguments': 'type.MacroArgument',
  'properties.functions.arguments': 'type.FunctionArgument',
  'properties.functions.returns': 'type.FunctionReturns',
  'properties.unit_tests.given': 'type.UnitTestInputFixture',
  'properties.unit_tests.expect': 'type.UnitTestOutputFixture',
  'properties.unit_tests.overrides': 'type.UnitTestOverrides',
  'properties.unit_tests.versions': 'type.UnitTestNodeVersions',
  'properties.semantic_models.defaults': 'type.Defaults',
  'properties.semantic_models.entities': 'type.UnparsedEntity',
  'properties.semantic_models.dimensions': 'type.UnparsedDimension',
  'type.UnparsedDimension.type_params': 'type.UnparsedDimensionTypeParams',
  'properties.semantic_models.measures': 'type.UnparsedMeasure',
  'properties.metrics.type_params': 'type.UnparsedMetricTypeParams',
  'properties.saved_queries.exports': 'type.UnparsedExport',
  'properties.saved_queries.query_params': 'type.UnparsedQueryParams',
  'properties.models.constraints': 'type.ModelLevelConstraint',
  'properties.models.versions.constraints': 'type.ModelLevelConstraint',
  'properties.columns.constraints': 'type.ModelLevelConstraint',
  '*.docs': 'type.Docs',
  '*.contract': 'type.ContractConfig',
  '*.quoting': 'type.Quoting',
};
