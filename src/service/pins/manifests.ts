import { databricksPins } from './databricks';
import { dbtPackagePins, dbtProjectPins } from './dbt';
import { composePins, dockerfilePins } from './images';
import { gradlePins, mavenPins, sbtPins } from './jvm';
import type { Pin, PinReader } from './pin';
import { isProfiles } from './sqlEngine';
import { condaPins, lockPins, pipfileLockPins, pyprojectPins, requirementsPins, setupCfgPins } from './python';

/** By the file's name, lower case; the first that matches reads it. */
const readers: readonly [RegExp, PinReader][] = [
  [/(?:^|[-_.])(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)$/, requirementsPins],
  [/^(?:pyproject\.toml|pipfile)$/, pyprojectPins],
  [/^(?:uv|poetry|pdm)\.lock$/, lockPins],
  [/^pipfile\.lock$/, pipfileLockPins],
  [/^(?:environment|conda|env)(?:[-_.].*)?\.ya?ml$/, condaPins],
  [/^setup\.cfg$/, setupCfgPins],
  [/^dbt_project\.ya?ml$/, dbtProjectPins],
  [/^(?:packages|dependencies|package-lock)\.ya?ml$/, dbtPackagePins],
  [/^(?:dockerfile|containerfile)(?:[-_.].*)?$|\.(?:dockerfile|containerfile)$/, dockerfilePins],
  [/^(?:databricks|bundle)\.ya?ml$|\.(?:job|jobs|pipeline|cluster)s?\.ya?ml$/, databricksPins],
  [/compose(?:[-_.].*)?\.ya?ml$/, composePins],
  [/\.sbt$/, sbtPins],
  [/^pom\.xml$/, mavenPins],
  [/\.gradle(?:\.kts)?$/, gradlePins],
];

/** Whether files of this name can pin versions, or say how dbt connects. */
export function isManifest(fileName: string): boolean {
  return isProfiles(fileName) || readers.some(([pattern]) => pattern.test(fileName.toLowerCase()));
}

/** What a file pins; nothing where the file is of no such kind, or too large to be written by hand or by a tool. */
export function readPins(fileName: string, text: string): Pin[] {
  if (text.length > mostCharacters) return [];
  return readers.find(([pattern]) => pattern.test(fileName.toLowerCase()))?.[1](text) ?? [];
}

/** Lock files of large projects have a few megabytes. */
const mostCharacters = 8 * 1024 * 1024;
