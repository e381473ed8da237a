/** What a YAML file is for, as far as the meaning of its keys depends on it. */
export type YamlKind =
  | 'bundle'
  | 'compose'
  | 'conda'
  | 'condaRecipe'
  | 'dbtPackages'
  | 'dbtProfiles'
  | 'dbtProject'
  | 'dbtResource'
  | 'github'
  | 'gitlab'
  | 'kubernetes'
  | 'kustomize'
  | 'preCommit'
  | 'other';

/** How much of a file is searched for signs of its kind. */
const headLength = 32 * 1024;

const byPath: readonly [RegExp, YamlKind][] = [
  [/(?:^|\/)profiles\.ya?ml$/, 'dbtProfiles'],
  [/(?:^|\/)(?:packages|package-lock|dependencies)\.ya?ml$/, 'dbtPackages'],
  [/(?:^|\/)dbt_project\.ya?ml$/, 'dbtProject'],
  [/(?:^|\/)databricks\.ya?ml$/, 'bundle'],
  [/(?:^|\/)meta\.ya?ml$/, 'condaRecipe'],
  [/(?:^|\/)kustomization\.ya?ml$/, 'kustomize'],
  [/(?:^|\/)\.pre-commit-config\.ya?ml$/, 'preCommit'],
  [/(?:^|\/)\.gitlab-ci[^/]*\.ya?ml$/, 'gitlab'],
  [/(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/, 'github'],
  [/(?:^|\/)[^/]*compose[^/]*\.ya?ml$/, 'compose'],
];

/** A kind that the file's own words tell; with a path, both must agree. */
interface Signs {
  kind: YamlKind;
  all: readonly RegExp[];
  path?: RegExp;
}

const dbtRoot =
  /^(?:models|seeds|snapshots|sources|exposures|semantic_models|unit_tests|saved_queries|macros):[ \t]*$/m;
/** Roots that other tools have too. */
const dbtRootElsewhere = /^(?:groups|metrics|analyses|functions|data_tests):[ \t]*\r?\n(?:[ \t]*\n)*[ \t]*- name:/m;
const bundleWords =
  /\b(?:task_key|job_clusters|existing_cluster_id|notebook_task|spark_python_task|python_wheel_task)\b|\$\{(?:bundle|resources|workspace)\./;

const bySigns: readonly Signs[] = [
  { kind: 'dbtResource', all: [dbtRoot, /^version:[ \t]*2[ \t]*$/m] },
  { kind: 'dbtResource', all: [dbtRoot], path: /(?:^|\/)(?:models|seeds|snapshots|macros|analyses)\// },
  { kind: 'dbtResource', all: [dbtRootElsewhere], path: /(?:^|\/)(?:models|snapshots|macros|analyses)\// },
  { kind: 'bundle', all: [/^bundle:[ \t]*$/m, /^(?:targets|resources|include|variables):/m] },
  { kind: 'bundle', all: [/^(?:resources|targets):[ \t]*$/m, bundleWords] },
  {
    kind: 'bundle',
    all: [/^resources:[ \t]*(?:#.*)?\r?\n(?:[ \t]*#.*\r?\n)*[ \t]+\w+:[ \t]*$/m],
    path: /(?:^|\/)resources\//,
  },
  { kind: 'kubernetes', all: [/^apiVersion:/m, /^kind:/m] },
  { kind: 'conda', all: [/^dependencies:[ \t]*$/m, /^(?:channels|name|prefix):/m], path: /(?:env|conda)[^/]*$/ },
  // `sample.profiles.yml` is what packages write for those who try them
  {
    kind: 'dbtProfiles',
    all: [/^[ \t]+outputs:[ \t]*$/m, /^[ \t]+type:/m],
    path: /(?:^|\/)[^/]*profiles[^/]*\.ya?ml$/,
  },
  { kind: 'compose', all: [/^services:[ \t]*$/m] },
];

/** `path` is lower case, with `/` between folders. */
export function yamlKind(path: string, text: string): YamlKind {
  const named = byPath.find(([pattern]) => pattern.test(path))?.[1];
  if (named) return named;
  const head = text.slice(0, headLength).replace(/\r\n?/g, '\n');
  const told = bySigns.find((signs) => (signs.path?.test(path) ?? true) && signs.all.every((sign) => sign.test(head)));
  return told?.kind ?? 'other';
}
