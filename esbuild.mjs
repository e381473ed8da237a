// @ts-check
// Bundles the extension, its server, its page and, with --tests, the tests that run inside VS Code.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { sharedModules } from './scripts/sharedModules.mjs';
import { extensionTestBundles } from './test/extension/run/bundle.mjs';

const { values } = parseArgs({
  options: { watch: { type: 'boolean' }, tests: { type: 'boolean' }, dev: { type: 'boolean' } },
});

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: !values.dev,
  sourcemap: values.dev ? 'linked' : false,
  metafile: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

/** @type {import('esbuild').BuildOptions} */
const browser = {
  ...shared,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  define: { ...shared.define, global: 'globalThis' },
};

/**
 * The client's library is a file of its own, loaded when the server starts and not before.
 * @type {import('esbuild').Plugin}
 */
const apart = {
  name: 'apart',
  setup(bundler) {
    bundler.onResolve({ filter: /\/languageClientNode$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './languageClientNode.cjs', external: true } : undefined,
    );
  },
};

// What both doors of a side need stands once, in the bundle of the browser, which may load no other file.
const client = sharedModules(
  './browser.js',
  /\/node_modules\/vscode-(?:languageclient|languageserver|jsonrpc)[\w/-]*\/lib\/(?:common|esm)\//,
);
const server = sharedModules(
  './browser.js',
  /\/node_modules\/vscode-(?:languageserver|jsonrpc)[\w/-]*\/lib\/(?:common|esm)\/|\/src\/(?:server\/server|service\/.*|catalogue\/.*)\.ts$/,
);

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  'client-node': {
    ...node,
    entryPoints: ['src/client/node.ts'],
    outfile: 'dist/client/node.cjs',
    external: ['vscode'],
    plugins: [apart],
  },
  'client-library': {
    ...node,
    entryPoints: ['src/client/languageClientNode.ts'],
    outfile: 'dist/client/languageClientNode.cjs',
    external: ['vscode'],
    plugins: [client.take],
  },
  'client-browser': {
    ...browser,
    format: 'cjs',
    entryPoints: ['src/client/browser.ts'],
    outfile: 'dist/client/browser.js',
    external: ['vscode'],
    plugins: [client.give],
  },
  'server-node': {
    ...node,
    entryPoints: ['src/server/node.ts'],
    outfile: 'dist/server/node.cjs',
    plugins: [server.take],
  },
  'server-browser': {
    ...browser,
    format: 'iife',
    globalName: 'dataEngineeringServer',
    footer: { js: 'if (typeof module === "object") module.exports = dataEngineeringServer;' },
    entryPoints: ['src/server/browser.ts'],
    outfile: 'dist/server/browser.js',
    plugins: [server.give],
  },
  page: { ...browser, format: 'iife', entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview/page.js' },
};

if (values.tests) {
  const root = import.meta.dirname;
  Object.assign(
    bundles,
    extensionTestBundles({ testsDir: path.join(root, 'test/extension'), outdir: path.join(root, 'dist-test') }),
  );
}

if (values.watch) {
  const contexts = await Promise.all(Object.values(bundles).map((options) => context(options)));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  await mkdir('out/meta', { recursive: true });
  await Promise.all(
    Object.entries(bundles).map(async ([name, options]) => {
      const { metafile } = await build(options);
      await writeFile(`out/meta/${name}.json`, JSON.stringify(metafile));
    }),
  );
}
