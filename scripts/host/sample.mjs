// @ts-check
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from './cache.mjs';
import { Failure } from './failure.mjs';
import { temporaryFolder } from './leftovers.mjs';

/** The sample pipeline: something to hover in every file. */
export const sampleDir = path.join(projectDir, 'snippets/projects/orders-pipeline');

/**
 * A copy of a folder for one run, under the same name, so that edits never reach the original.
 * @param {string} from
 * @returns {{ copy: string, remove: () => void }}
 */
export function temporaryCopy(from) {
  if (!existsSync(from)) throw new Failure(`There is no project to open at ${from}.`);
  const { dir, remove } = temporaryFolder('workspace');
  const copy = path.join(dir, path.basename(from));
  cpSync(from, copy, { recursive: true });
  return { copy, remove };
}
