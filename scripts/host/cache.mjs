// @ts-check
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

export const projectDir = path.resolve(import.meta.dirname, '../..');
export const cacheDir = path.join(projectDir, '.vscode-test');

/**
 * A folder of the cache, filled when it is not there. It is filled under another name and then renamed,
 * so a folder with the right name is always whole, whatever interrupted the filling.
 * @param {string} name
 * @param {(partial: string) => Promise<void>} fill
 * @returns {Promise<string>} absolute path
 */
export async function cached(name, fill) {
  const dir = path.join(cacheDir, name);
  if (existsSync(dir)) return dir;
  await withPartial(async (partial) => {
    await fill(partial);
    moveInto(partial, dir);
  });
  return dir;
}

/**
 * A folder to fill, removed afterwards if it is still there.
 * @param {(partial: string) => Promise<void>} use
 */
export async function withPartial(use) {
  removeAbandoned();
  const partial = path.join(cacheDir, `partial-${process.pid}-${randomUUID().slice(0, 8)}`);
  mkdirSync(partial, { recursive: true });
  try {
    await use(partial);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * Renames unless another process was faster.
 * @param {string} from
 * @param {string} to
 */
export function moveInto(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** Removes what interrupted runs left behind. */
function removeAbandoned() {
  if (!existsSync(cacheDir)) return;
  for (const name of readdirSync(cacheDir)) {
    const pid = /^partial-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(path.join(cacheDir, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
