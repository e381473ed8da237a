// @ts-check
// Two bundles that load the same modules: one gives them, the other takes them from it. Halves what is shipped for Node.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/**
 * The bundle that takes is built first: it asks for the modules that match, and the one that gives exports just these.
 * @param {string} file of the giving bundle, as the taking one requires it
 * @param {RegExp} matches absolute paths of modules, with slashes
 * @returns {{ take: import('esbuild').Plugin, give: import('esbuild').Plugin }}
 */
export function sharedModules(file, matches) {
  /** @type {Set<string>} */
  let asked = new Set();
  /** @type {(asked: Set<string>) => void} */
  let known = () => {};
  /** @type {Promise<Set<string>>} */
  const taken = new Promise((resolve) => (known = resolve));
  const slashes = (/** @type {string} */ name) => name.split(path.sep).join('/');

  return {
    take: {
      name: 'take-shared-modules',
      setup(bundler) {
        bundler.onStart(() => void (asked = new Set()));
        bundler.onResolve({ filter: /^shared:/ }, () => ({ path: file, external: true }));
        bundler.onLoad({ filter: /\.(?:js|ts)$/ }, ({ path: module }) => {
          if (!matches.test(slashes(module))) return undefined;
          const name = slashes(path.relative(root, module));
          asked.add(name);
          return { contents: `module.exports = require('shared:').shared[${JSON.stringify(name)}]`, loader: 'js' };
        });
        bundler.onEnd(() => known(asked));
      },
    },
    give: {
      name: 'give-shared-modules',
      setup(bundler) {
        bundler.onLoad({ filter: /\/src\/(?:client|server)\/browser\.ts$/ }, async ({ path: module }) => {
          const entries = [...(await taken)].sort().map((name) => {
            const from = `./${slashes(path.relative(path.dirname(module), path.join(root, name)))}`;
            // a getter: a door that does not ask does not run it
            return `get ${JSON.stringify(name)}() { return require(${JSON.stringify(from)}); },`;
          });
          const source = await readFile(module, 'utf8');
          return { contents: `${source}\nexport const shared = {${entries.join('\n')}};\n`, loader: 'ts' };
        });
      },
    },
  };
}
