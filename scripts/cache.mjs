// @ts-check
// Where downloads and environments of gigabytes lie: outside the project, or every tool that walks it walks them too.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A folder of the user's cache; `DATA_ENGINEERING_REFERENCE_CACHE` names another place.
 * @param {string} name
 */
export function cacheFolder(name) {
  const own = process.env.DATA_ENGINEERING_REFERENCE_CACHE;
  if (own) return resolve(own, name);
  const users =
    process.platform === 'win32' ? process.env.LOCALAPPDATA : process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(users ?? join(homedir(), '.cache'), 'data-engineering-reference', name);
}
