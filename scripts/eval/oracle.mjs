// @ts-check
// What pyright says of every name of a file, with the real packages installed; asked once and kept in the user's cache.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPeers } from '../bench/peers.mjs';
import { cacheFolder } from '../cache.mjs';
import { openPyright } from './pyright.mjs';

/**
 * @typedef {import('./pyright.mjs').Place} Place
 * @typedef {{ line: number, character: number }} Position
 */

const cache = path.join(cacheFolder('eval'), 'answers');
const stubs = fileURLToPath(new URL('stubs', import.meta.url));

/** Milliseconds in which pyright answers for one file, the packages that it has to read for it included. */
const patience = 240_000;

/** @template T @param {number} time @param {Promise<T>} promise @returns {Promise<T | null>} */
function within(time, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), time);
  });
  return Promise.race([promise, /** @type {Promise<null>} */ (late)]).finally(() => clearTimeout(timer));
}

/** Pyright over all repositories, with the packages of one environment; it starts when an answer is not known yet. */
export class Oracle {
  #root;
  #environment;
  #repositories;
  /** @type {Promise<Awaited<ReturnType<typeof openPyright>>> | undefined} */
  #pyright;

  /**
   * @param {string} root the folder of the repositories
   * @param {string[]} repositories @param {import('./environments.mjs').Environment} environment
   */
  constructor(root, repositories, environment) {
    this.#root = root;
    this.#repositories = repositories;
    this.#environment = environment;
  }

  /**
   * The definitions of each position; null where pyright takes too long, or where none are kept and `onlyKept` asks for no others.
   * @param {string} file @param {string} text @param {Position[]} positions @param {boolean} onlyKept
   * @returns {Promise<Place[][] | null>}
   */
  async definitions(file, text, positions, onlyKept) {
    const hash = createHash('sha256').update(path.relative(this.#root, file)).update(text).digest('hex').slice(0, 16);
    const kept = path.join(cache, `${this.#environment.key}-${hash}.json`);
    if (existsSync(kept) && statSync(kept).size > 0) return JSON.parse(readFileSync(kept, 'utf8'));
    if (onlyKept) return null;
    const pyright = await (this.#pyright ??= this.#start());
    // it stays open: with a file pyright forgets the packages that no other file imports
    pyright.open(file, text);
    const ask = (/** @type {Position} */ { line, character }) => pyright.definitions(file, { line, character });
    const answers = await within(patience, Promise.all(positions.map(ask)));
    if (!answers) {
      // it would go on for minutes with one expression; what it has read is lost with it
      pyright.kill();
      this.#pyright = undefined;
      return null;
    }
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, JSON.stringify(answers));
    return answers;
  }

  /** Each repository is a root of imports; what pyright reads of the packages serves them all. */
  #start() {
    const extraPaths = this.#environment.folders;
    const configuration = {
      extraPaths,
      stubPath: stubs,
      typeCheckingMode: 'off',
      useLibraryCodeForTypes: true,
      exclude: ['**'],
      ignore: ['**'],
      executionEnvironments: this.#repositories.map((root) => ({ root, extraPaths })),
    };
    const workspace = path.join(cache, this.#environment.key);
    mkdirSync(workspace, { recursive: true });
    writeFileSync(path.join(workspace, 'pyrightconfig.json'), JSON.stringify(configuration));
    return openPyright(installPeers()['pyright-langserver'], workspace);
  }

  async stop() {
    (await this.#pyright)?.stop();
    this.#pyright = undefined;
  }
}
