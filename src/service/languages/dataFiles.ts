import { documentPath, type DataLanguage } from './dataLanguage';
import { dockerfile } from './dockerfile';
import { gradle } from './gradle';
import { maven } from './maven';
import { requirements } from './requirements';
import { sbt } from './sbt';
import { json, settings } from './settings';
import { shell } from './shell';
import { sql } from './sql';
import { terraform } from './terraform';
import { toml } from './toml';
import { yaml } from './yaml';

export const dataLanguages = {
  dockerfile,
  gradle,
  json,
  maven,
  requirements,
  sbt,
  settings,
  shell,
  sql,
  terraform,
  toml,
  yaml,
} satisfies Record<string, DataLanguage>;

export type DataLanguageKey = keyof typeof dataLanguages;

/** By a file's path, lower case. It says more than the language id, which may be `plaintext`. First match wins. */
const byPath: readonly [RegExp, DataLanguageKey][] = [
  [/(?:^|\/)(?:[^/]*[-_.])?(?:requirements|constraints)(?:[-_.][^/]*)?\.(?:txt|in|pip)$/, 'requirements'],
  [/(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/, 'requirements'],
  [/\.toml$|(?:^|\/)(?:pipfile|(?:uv|poetry|pdm)\.lock)$/, 'toml'],
  [/\.ya?ml$/, 'yaml'],
  [/(?:^|\/)(?:dockerfile|containerfile)(?:[-_.][^/]*)?$|\.(?:dockerfile|containerfile)$/, 'dockerfile'],
  [/\.(?:tf|tofu|hcl|tfvars)$/, 'terraform'],
  [/(?:^|\/)\.?env(?:\.[^/]*)?$|\.(?:env|ini|cfg|conf|properties)$/, 'settings'],
  [/\.(?:sh|bash|zsh|ksh)$/, 'shell'],
  [/\.sbt$/, 'sbt'],
  [/(?:^|\/)pom\.xml$|\.pom$/, 'maven'],
  [/\.gradle(?:\.kts)?$/, 'gradle'],
  [/\.(?:sql|hql|ddl)$/, 'sql'],
  [/\.(?:json|jsonc|json5)$/, 'json'],
];

const byLanguageId: ReadonlyMap<string, DataLanguageKey> = new Map([
  ['pip-requirements', 'requirements'],
  ['toml', 'toml'],
  ['yaml', 'yaml'],
  ['dockercompose', 'yaml'],
  ['github-actions-workflow', 'yaml'],
  ['azure-pipelines', 'yaml'],
  ['helm', 'yaml'],
  ['jinja-yaml', 'yaml'],
  ['dockerfile', 'dockerfile'],
  ['terraform', 'terraform'],
  ['terraform-vars', 'terraform'],
  ['opentofu', 'terraform'],
  ['hcl', 'terraform'],
  ['shellscript', 'shell'],
  ['sbt', 'sbt'],
  ['gradle', 'gradle'],
  ['gradle-kotlin-dsl', 'gradle'],
  ['sql', 'sql'],
  ['jinja-sql', 'sql'],
  ['spark-sql', 'sql'],
  ['snowflake-sql', 'sql'],
  ['databricks-sql', 'sql'],
  ['ini', 'settings'],
  ['properties', 'settings'],
  ['dotenv', 'settings'],
  ['java-properties', 'settings'],
  ['json', 'json'],
  ['jsonc', 'json'],
]);

/** Which data file a document is, or undefined where it is none. */
export function dataLanguageOf(uri: string, languageId: string): DataLanguageKey | undefined {
  const path = documentPath(uri);
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? byLanguageId.get(languageId);
}
