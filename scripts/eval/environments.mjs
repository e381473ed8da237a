// @ts-check
// The packages that a file is held against.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, own: string, folders: string[], key: string }} Environment */

/**
 * The environments: a folder with Airflow in it is one of its own, the other folders belong to each.
 * @param {string[]} folders @returns {Environment[]}
 */
export function environmentsOf(folders) {
  const own = folders.filter((folder) => existsSync(path.join(folder, 'airflow')));
  const shared = folders.filter((folder) => !own.includes(folder));
  const sets = own.length > 0 ? own.map((folder) => [folder, ...shared]) : [shared];
  return sets.map((set) => ({
    name: path.basename(set[0] ?? ''),
    own: set[0] ?? '',
    folders: set,
    key: keyOf(set),
  }));
}

/** @param {string[]} folders */
function keyOf(folders) {
  const releases = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.dist-info')));
  return createHash('sha256').update(releases.sort().join()).update(folders.join()).digest('hex').slice(0, 12);
}

/**
 * Which environment each file of a repository is for: the one whose source has more of the names that the file imports from
 * Airflow; where they have as many, the one that has more of the whole repository's; then the first where the repository
 * imports names that none has any more, else the last.
 * @param {Map<string, string>} texts by file @param {Environment[]} environments @returns {Map<string, Environment>}
 */
export function choose(texts, environments) {
  const counts = new Map([...texts].map(([file, text]) => [file, environments.map((one) => namesIn(text, one.own))]));
  const all = environments.map((_, index) =>
    [...counts.values()].reduce((sum, of) => sum + (of[index]?.found ?? 0), 0),
  );
  const isOld = [...counts.values()].some((of) => of.every(({ found, asked }) => found < asked));
  return new Map(
    [...counts].map(([file, of]) => {
      const last = /** @type {Environment} */ (environments.at(-1));
      if (of.every(({ asked }) => asked === 0)) return [file, last];
      const order = environments
        .map((_, index) => index)
        .sort((a, b) => {
          const more = (of[b]?.found ?? 0) - (of[a]?.found ?? 0) || (all[b] ?? 0) - (all[a] ?? 0);
          return more || (isOld ? a - b : b - a);
        });
      return [file, /** @type {Environment} */ (environments[order[0] ?? 0])];
    }),
  );
}

/** How many names a text imports from Airflow, and how many of them stand in the module's source. @param {string} text @param {string} folder */
function namesIn(text, folder) {
  let [found, asked] = [0, 0];
  for (const [, module = '', names = ''] of text.matchAll(
    /^[ \t]*from[ \t]+(airflow(?:\.\w+)*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]+)/gm,
  )) {
    const base = path.join(folder, ...module.split('.'));
    const file = [`${base}.py`, path.join(base, '__init__.py')].find((one) => existsSync(one));
    const source = file ? readFileSync(file, 'utf8') : '';
    for (const name of names.replace(/\bas\s+\w+/g, '').match(/\w+/g) ?? []) {
      asked++;
      if (new RegExp(`\\b${name}\\b`).test(source) || existsSync(path.join(base, `${name}.py`))) found++;
    }
  }
  return { found, asked };
}
