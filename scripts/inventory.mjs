#!/usr/bin/env node
// @ts-check
/**
 * `npm run inventory`: reads the real releases of the tools and writes `src/content/api/<tool>/inventory.json`.
 * The reading itself is Python, in `scripts/inventory`, in an environment of its own in the user's cache folder.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const here = join(root, 'scripts/inventory');
const cache = cacheFolder('inventory');

class Stop extends Error {}

/** Python 3.11 and 3.12 write an expression in the same words; older ones cannot parse the newest releases. */
function findPython() {
  for (const command of [process.env.PYTHON, 'python3.12', 'python3.11', 'python3']) {
    if (!command) continue;
    const { status, stdout } = spawnSync(command, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
      encoding: 'utf8',
    });
    if (status === 0 && ['3.11', '3.12'].includes(stdout.trim())) return { command, version: stdout.trim() };
  }
  throw new Stop('No Python 3.11 or 3.12 on the path. Install one, or name it in PYTHON.');
}

/** The environment is made again when its requirements change. */
function makeEnvironment() {
  const python = findPython();
  const requirements = join(here, 'requirements.txt');
  const hash = createHash('sha256').update(readFileSync(requirements)).update(python.version).digest('hex');
  const folder = join(cache, `python-${hash.slice(0, 16)}`);
  const program = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (existsSync(join(folder, 'ready'))) return program;
  for (const entry of existsSync(cache) ? readdirSync(cache) : []) {
    if (/^python-[0-9a-f]{16}$/.test(entry)) rmSync(join(cache, entry), { recursive: true });
  }
  execFileSync(python.command, ['-m', 'venv', folder], { stdio: 'inherit' });
  const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--require-hashes', '-r', requirements];
  execFileSync(program, install, { stdio: 'inherit' });
  writeFileSync(join(folder, 'ready'), '');
  return program;
}

try {
  const { status } = spawnSync(makeEnvironment(), [here, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
      INVENTORY_ROOT: root,
      INVENTORY_CACHE: cache,
    },
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
}
