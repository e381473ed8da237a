// @ts-check
// The Python files of a repository that speak of Spark or Airflow.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const uses = /^\s*(?:from|import)\s+(?:pyspark|delta|airflow|dlt)\b/m;
/** Bytes of a file that is read; larger ones are generated. */
const largest = 200_000;

/** @param {string} folder @returns {string[]} */
function pythonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return pythonFiles(full);
      return entry.name.endsWith('.py') && statSync(full).size < largest ? [full] : [];
    })
    .sort();
}

/** At most so many files, spread over the repository. @param {string} root @param {number} most */
export function filesOf(root, most) {
  const all = pythonFiles(root).filter((file) => uses.test(readFileSync(file, 'utf8')));
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
