/** What the keys of a mapping are: the start of their names in the catalogue, or the generic test whose entry it is. */
export type Holder =
  { keys: string } | { config: string } | { tests: true } | { test: string } | { argumentsOf: string };

/** Roots of `dbt_project.yml` under which resources are configured, with the resource. */
export const projectResources: Readonly<Record<string, string>> = {
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

/** Roots of a file of properties, with what their entries configure. */
export const resources: Readonly<Record<string, string>> = {
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
export function resourceHolder(path: readonly string[]): Holder | null {
  const [root = '', entry] = path;
  if (!Object.hasOwn(resources, root) || entry !== '[]') return null;
  return walk(path.slice(2), { keys: `properties.${root}` }, resources[root]);
}

export function walk(path: readonly string[], from: Holder | null, resource = ''): Holder | null {
  let holder = from;
  let configured = resource;
  for (const key of path) {
    // the entries of a list hold the keys that its name says
    if (key === '[]') continue;
    if (!holder) return null;
    holder = next(holder, key, configured);
    if (holder && 'keys' in holder && holder.keys === 'properties.columns') configured = 'column';
  }
  return holder;
}

/** What the keys below a key are. */
export function next(holder: Holder, key: string, resource = ''): Holder | null {
  if ('argumentsOf' in holder) return null;
  // an entry without the name of its test as key has its configuration beside `test_name`
  if ('tests' in holder) return key === 'config' ? { config: 'data_test' } : { test: key };
  if ('test' in holder) {
    if (key === 'config') return { config: 'data_test' };
    return key === 'arguments' ? { argumentsOf: holder.test } : null;
  }
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
