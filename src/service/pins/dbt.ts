import { fixedVersion } from './constraint';
import type { Pin, PinReader } from './pin';

/** What a key holds: a scalar, a list in brackets, or a block list on the lines below. */
function constraintAt(lines: readonly string[], index: number): string {
  const value = (lines[index] ?? '')
    .replace(/^[^:]*:/, '')
    .replace(/\s#.*$/, '')
    .trim();
  if (value !== '') return clean(value);
  const entries: string[] = [];
  for (let next = index + 1; /^\s*-\s/.test(lines[next] ?? ''); next++)
    entries.push(clean((lines[next] ?? '').replace(/^\s*-\s/, '')));
  return entries.join(',');
}

function clean(value: string): string {
  return value.replace(/["'[\]\s]/g, '');
}

function pin(name: string, written: string, line: number): Pin {
  const version = fixedVersion(written);
  return { package: name, written, line, ...(version !== undefined && { version }) };
}

/** dbt_project.yml: `require-dbt-version`. */
export const dbtProjectPins: PinReader = (text) => {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => /^require-dbt-version\s*:/.test(line));
  return index < 0 ? [] : [pin('dbt-core', constraintAt(lines, index), index)];
};

/** packages.yml, dependencies.yml and package-lock.yml: packages of the hub by owner and name. */
export const dbtPackagePins: PinReader = (text) => {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^\s*-?\s*package:\s*["']?([\w-]+\/[\w-]+)/.exec(line)?.[1];
    const next = [index + 1, index + 2].find((at) => /^\s+version:/.test(lines[at] ?? ''));
    return name === undefined || next === undefined ? [] : pin(name, constraintAt(lines, next), next);
  });
};
