// @ts-check
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { temporaryFolder } from './leftovers.mjs';
import { run, start } from './processes.mjs';
import { getServer } from './serverParts.mjs';
import { settingsFor } from './settings.mjs';

/**
 * VS Code in a browser, its extension host in Node behind VS Code's own server.
 * @typedef {object} ServerHostOptions
 * @property {string} [extensionDir] the extension under development
 * @property {string} [vsix] an extension to install instead
 * @property {string} [workspace] folder to open
 * @property {string} [testsPath] absolute path of a script whose `run()` is called
 * @property {import('./settings.mjs').Theme} [theme]
 * @property {Record<string, unknown>} [settings] over those of `settings.mjs`
 * @property {number} [port]
 * @property {import('./vscode.mjs').Log} [log]
 */

/**
 * @param {ServerHostOptions} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startServerHost(options) {
  const parts = await getServer(options.log ?? console.log);
  const { dir, remove } = temporaryFolder('vscode-server');
  try {
    writeSettings(dir, { ...settingsFor(options.theme ?? 'dark'), ...options.settings });
    if (options.vsix) await installVsix(parts, dir, options.vsix);
    const server = await startServer(parts, dir, options.port ?? 0);
    const url = windowUrl(server.origin, { ...options, extensionDir: options.extensionDir ?? emptyExtension(dir) });
    return {
      url,
      stop: async () => {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** @typedef {{ vscode: string, node: string }} Parts */

/** Everything of a run lies in one folder, so that nothing of the last run comes back. @param {string} dir */
function folders(dir) {
  return ['--server-data-dir', path.join(dir, 'data'), '--extensions-dir', path.join(dir, 'extensions')];
}

/** @param {string} dir @param {Record<string, unknown>} settings */
function writeSettings(dir, settings) {
  const user = path.join(dir, 'data', 'data', 'User');
  mkdirSync(user, { recursive: true });
  mkdirSync(path.join(dir, 'extensions'));
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/**
 * Installs a .vsix the way a user's command line does.
 * @param {Parts} parts
 * @param {string} dir
 * @param {string} vsix
 */
async function installVsix({ vscode, node }, dir, vsix) {
  if (!existsSync(vsix)) throw new Failure(`There is no ${vsix} to install: run "npm run package" first.`);
  const printed = await run(node, [
    path.join(vscode, 'out/server-main.js'),
    ...folders(dir),
    '--accept-server-license-terms',
    '--install-extension',
    path.resolve(vsix),
  ]);
  if (!/was successfully installed/.test(printed))
    throw new Failure(`${path.basename(vsix)} was not installed: ${printed.trim().split('\n').at(-1)}`);
}

/** Tests ask for an extension under development; an installed one is tested beside this nothing. @param {string} dir */
function emptyExtension(dir) {
  const folder = path.join(dir, 'nothing');
  mkdirSync(folder);
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'nothing', publisher: 'tests', version: '0.0.0', engines: { vscode: '*' } }),
  );
  return folder;
}

/**
 * @param {Parts} parts
 * @param {string} dir
 * @param {number} port
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
async function startServer({ vscode, node }, dir, port) {
  const args = [
    path.join(vscode, 'out/server-main.js'),
    ...folders(dir),
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--disable-telemetry', '--disable-workspace-trust', '--enable-smoke-test-driver'],
  ];
  const server = start(node, args, { env: serverEnvironment(dir) });
  try {
    return { origin: await whenListening(server.child, port), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * A server started from VS Code's own terminal must not take itself for a part of that window.
 * What it leaves in the temporary folder goes with the run's; elsewhere than on Linux the names of its sockets would grow too long.
 * @param {string} dir
 */
function serverEnvironment(dir) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(kept), ...(process.platform === 'linux' && { TMPDIR: dir, XDG_RUNTIME_DIR: dir }) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} port
 * @returns {Promise<string>} its origin
 */
function whenListening(child, port) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const onData = (/** @type {Buffer} */ data) => {
      printed += data;
      const bound = /Server bound to 127\.0\.0\.1:(\d+)/.exec(printed);
      if (bound) resolve(`http://127.0.0.1:${bound[1]}`);
      if (printed.includes('EADDRINUSE'))
        reject(new Failure(`Port ${port} is already in use: choose another with --port.`));
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    child.on('error', (error) => reject(new Failure(`VS Code's server cannot be started: ${error.message}`)));
    child.on('exit', () =>
      reject(new Failure(`VS Code's server ended at its start: ${printed.trim().split('\n').at(-1)}`)),
    );
  });
}

/** @param {string} origin @param {ServerHostOptions & { extensionDir: string }} options */
function windowUrl(origin, { workspace, extensionDir, testsPath }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://${new URL(origin).host}${slashed(path.resolve(file))}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extensionDir)],
    ...(testsPath ? [['extensionTestsPath', remote(testsPath)]] : []),
  ];
  const query = new URLSearchParams({
    ...(workspace ? { folder: slashed(path.resolve(workspace)) } : { ew: 'true' }),
    payload: JSON.stringify(payload),
  });
  return `${origin}/?${query}`;
}

/** A path as a URI writes it. @param {string} file */
function slashed(file) {
  const forward = file.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
