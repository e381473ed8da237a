// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/**
 * esbuild's options for the extension tests of a folder, once for each kind of extension host:
 * `extension.cjs` runs in Node, `extension.web.cjs` in a web worker.
 * @param {{ testsDir: string, outdir: string }} folders absolute paths
 * @returns {Record<'test-node' | 'test-web', import('esbuild').BuildOptions>}
 */
export function extensionTestBundles({ testsDir, outdir }) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    metafile: true,
    logLevel: 'warning',
    plugins: [allTests(testsDir), browserMocha],
  };
  return {
    'test-node': {
      ...common,
      entryPoints: [path.join(import.meta.dirname, 'node.ts')],
      outfile: path.join(outdir, 'extension.cjs'),
      platform: 'node',
      external: ['vscode', 'mocha'],
    },
    'test-web': {
      ...common,
      entryPoints: [path.join(import.meta.dirname, 'web.ts')],
      outfile: path.join(outdir, 'extension.web.cjs'),
      platform: 'browser',
      external: ['vscode'],
      define: { global: 'globalThis' },
    },
  };
}

/**
 * Mocha's browser build is a CommonJS file in an ES package: bundled as it stands, it would take this
 * bundle's exports for its own.
 * @type {import('esbuild').Plugin}
 */
const browserMocha = {
  name: 'mocha-in-a-browser',
  setup(build) {
    const namespace = 'commonjs';
    build.onResolve({ filter: /^mocha\/mocha\.js$/ }, ({ path }) => ({ path: require.resolve(path), namespace }));
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: readFileSync(path, 'utf8') }));
  },
};

/**
 * The module `extension-tests`: every `*.test.ts` of a folder, found when it is bundled.
 * @param {string} dir absolute path
 * @returns {import('esbuild').Plugin}
 */
function allTests(dir) {
  return {
    name: 'extension-tests',
    setup(build) {
      const namespace = 'extension-tests';
      build.onResolve({ filter: /^extension-tests$/ }, ({ path }) => ({ path, namespace }));
      build.onLoad({ filter: /.*/, namespace }, () => ({ contents: imports(dir), resolveDir: dir, watchDirs: [dir] }));
    },
  };
}

/** @param {string} dir */
function imports(dir) {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const tests = files.filter((file) => file.endsWith('.test.ts')).sort();
  return tests.map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n');
}
