// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { projectDir } from './host/cache.mjs';
import { Failure, runMain } from './host/failure.mjs';
import { endOnSignals } from './host/leftovers.mjs';
import { add, summary } from './host/results.mjs';
import { runInHost } from './host/runInHost.mjs';
import { sampleDir, temporaryCopy } from './host/sample.mjs';

export { runInHost };

/** @typedef {'web' | 'server'} Host */

/** The bundles that `test/extension/run/bundle.mjs` describes. @type {Record<Host, string>} */
const bundles = { web: 'extension.web.cjs', server: 'extension.cjs' };

/**
 * Runs the extension tests inside VS Code, on one host after the other.
 * @param {object} [options]
 * @param {Host[]} [options.hosts]
 * @param {string} [options.extensionDir]
 * @param {string} [options.vsix] tests this, installed, in place of the folder; on the server host
 * @param {string} [options.workspace] copied before it is opened
 * @param {string} [options.testsDir] holds the bundles
 * @param {string} [options.grep]
 * @param {string} [options.shotDir]
 * @param {import('./host/settings.mjs').Theme} [options.theme]
 * @param {boolean} [options.headed]
 * @param {import('./host/vscode.mjs').Log} [options.log]
 * @returns {Promise<import('./host/results.mjs').Counts>} of all hosts together
 */
export async function testInHosts(options = {}) {
  const { hosts = options.vsix ? ['server'] : ['web', 'server'], log = console.log } = options;
  let counts = { passed: 0, failed: 0, skipped: 0 };
  for (const host of hosts) {
    log(`\nExtension tests on the ${host} host${options.vsix ? `, ${path.basename(options.vsix)} installed` : ''}`);
    const ofHost = await testInHost(host, { ...options, log });
    log(`${host} host: ${summary(ofHost).replaceAll(',', ' ·')}`);
    counts = add(counts, ofHost);
  }
  return counts;
}

/**
 * @param {Host} host
 * @param {NonNullable<Parameters<typeof testInHosts>[0]> & { log: import('./host/vscode.mjs').Log }} options
 */
async function testInHost(host, options) {
  const testsPath = path.join(options.testsDir ?? path.join(projectDir, 'dist-test'), bundles[host]);
  if (!existsSync(testsPath)) throw new Failure(`${testsPath} is not there: build the tests first.`);
  const workspace = temporaryCopy(options.workspace ?? sampleDir);
  try {
    const extensionDir = options.vsix ? undefined : (options.extensionDir ?? projectDir);
    const run = await runInHost({ ...options, host, extensionDir, workspace: workspace.copy, testsPath });
    const wrong = shortcomings(run);
    for (const line of wrong) options.log(`  ✗ ${line}`);
    return add(run.results, { passed: 0, failed: wrong.length, skipped: 0 });
  } finally {
    workspace.remove();
  }
}

/**
 * What is wrong with a run although each of its tests may be right.
 * @param {Awaited<ReturnType<typeof runInHost>>} run
 */
function shortcomings({ results, exitCode, foreign }) {
  const { passed, failed, ended } = results;
  return [
    ...(ended ? [] : ['the tests broke off']),
    ...(ended && passed + failed === 0 ? ['no test ran'] : []),
    ...(ended && exitCode !== 0 && failed === 0 ? [`VS Code ended the tests with code ${exitCode}`] : []),
    ...foreign.map((url) => `asked for ${url}: nothing may leave this machine`),
  ];
}

const help = `Runs the extension tests inside VS Code, in a real browser.

node scripts/test-hosts.mjs [options]

  --host <web|server>   only this host
  --vsix <file>         install this and test it, on the server host
  --extension <dir>     the extension (this project)
  --workspace <dir>     the folder to open, as a copy (the sample)
  --tests <dir>         where the bundled tests are (dist-test)
  --grep <text>         only tests whose title holds this
  --theme <name>        light, dark, high-contrast or high-contrast-light
  --shot <dir>          keep the pictures that tests take
  --headed              show the browser
  --help                this text`;

async function main() {
  endOnSignals(130);
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    options: {
      host: text,
      vsix: text,
      extension: text,
      workspace: text,
      tests: text,
      grep: text,
      theme: text,
      shot: text,
      headed: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return void console.log(help);
  if (values.host && !Object.hasOwn(bundles, values.host))
    throw new Failure(`--host is web or server, not "${values.host}".`);
  const counts = await testInHosts({
    ...(values.host && { hosts: [/** @type {Host} */ (values.host)] }),
    vsix: values.vsix,
    extensionDir: values.extension && path.resolve(values.extension),
    workspace: values.workspace && path.resolve(values.workspace),
    testsDir: values.tests && path.resolve(values.tests),
    grep: values.grep,
    theme: /** @type {import('./host/settings.mjs').Theme | undefined} */ (values.theme),
    shotDir: values.shot && path.resolve(values.shot),
    headed: values.headed,
  });
  console.log(`\n${summary(counts)}`);
  return counts.failed === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runMain(main);
