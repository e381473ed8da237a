import type { Names } from '../../names';
import type { ToolMention } from '../language';
import { mentionIn, type Word } from '../text/word';
import type { YamlKind } from './kind';
import type { YamlPlace } from './place';

function keySet(keys: string): ReadonlySet<string> {
  return new Set(keys.split(/\s+/));
}

/** Keys at the root of `dbt_project.yml` that are dbt's own. */
const projectKeys = keySet(
  `profile config-version require-dbt-version model-paths seed-paths snapshot-paths macro-paths test-paths
  analysis-paths asset-paths docs-paths function-paths source-paths data-paths target-path log-path clean-targets
  packages-install-path on-run-start on-run-end query-comment restrict-access dispatch dbt-cloud quoting vars
  models seeds snapshots sources tests data_tests unit_tests metrics exposures analyses functions
  semantic-models saved-queries`,
);

/** Keys at the root of a file of properties. */
const resourceKeys = keySet(
  `version models seeds snapshots sources exposures macros metrics groups analyses functions tests data_tests unit_tests
  semantic_models saved_queries`,
);

/** Keys deeper in such a file that nothing but dbt has. */
const propertyKeys = keySet(
  `data_tests accepted_values not_null relationships loaded_at_field loaded_at_query materialized on_schema_change
  incremental_strategy`,
);

/** dbt itself, on a key of its files that only it has. */
export function dbtKeyMention(
  place: YamlPlace,
  word: Word,
  kindOf: () => YamlKind,
  text: string,
  offset: number,
  names: Names,
): ToolMention | null {
  if (place.part !== 'key' || !place.rooted || !names.knows('dbt') || !isDbtKey(place.path, kindOf, text)) return null;
  return mentionIn(word, 0, word.text.length, 'dbt', offset);
}

/** The list of packages: files of that name are other tools' too. */
const packageRoot =
  /^(?:packages|projects):[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*- *(?:package|git|local|tarball|private|name) *:/m;

function isDbtKey(path: readonly string[], kindOf: () => YamlKind, text: string): boolean {
  const key = path.at(-1) ?? '';
  const isRoot = path.length === 1;
  const inProject = isRoot ? projectKeys.has(key) : key.startsWith('+');
  const inResource = (isRoot ? resourceKeys : propertyKeys).has(key);
  if (!inProject && !inResource && !(isRoot && /^(?:packages|projects)$/.test(key))) return false;
  const kind = kindOf();
  if (isRoot && kind === 'dbtPackages') return packageRoot.test(text);
  return (inProject && kind === 'dbtProject') || (inResource && kind === 'dbtResource');
}
