// @ts-check
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Failure } from './failure.mjs';
import { run } from './processes.mjs';

const root = process.getuid?.() === 0;

/**
 * Chrome, Chromium or Edge; got when there is none.
 * @param {import('./vscode.mjs').Log} [log]
 * @returns {Promise<string>} path of its program
 * @throws {Failure}
 */
export async function findBrowser(log = console.log) {
  const found = installedBrowser();
  if (found) return found;
  for (const get of [getFromPlaywright, getFromDebian]) {
    const got = await get(log).catch(() => undefined);
    if (got && existsSync(got)) return got;
  }
  throw new Failure(
    'No Chrome, Chromium or Edge was found, and none could be downloaded: install one, or set CHROME_PATH to its program.',
  );
}

/** @returns {string | undefined} */
export function installedBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen)) throw new Failure(`CHROME_PATH names ${chosen}, which does not exist.`);
  return chosen ?? [...knownPaths(), chromium.executablePath()].find((file) => file && existsSync(file));
}

/** @returns {string[]} */
function knownPaths() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.flatMap((dir) => (dir ? programs.map((program) => path.join(dir, program)) : []));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const dirs = (process.env['PATH'] ?? '').split(path.delimiter);
  return names.flatMap((name) => dirs.map((dir) => path.join(dir, name)));
}

/** @param {import('./vscode.mjs').Log} log */
async function getFromPlaywright(log) {
  log('Getting Chromium from Playwright (once) …');
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  await run(process.execPath, [cli, 'install', 'chromium']);
  return chromium.executablePath();
}

/** @param {import('./vscode.mjs').Log} log */
async function getFromDebian(log) {
  if (!root || !existsSync('/etc/debian_version')) return undefined;
  log('Getting Chromium from Debian (once) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], { env });
  return '/usr/bin/chromium';
}

/**
 * A browser that Playwright drives. It resolves no name: what is not on this machine cannot be reached.
 * @param {{ headed?: boolean, log?: import('./vscode.mjs').Log }} [options]
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser({ headed = false, log } = {}) {
  const executablePath = await findBrowser(log);
  try {
    return await chromium.launch({ executablePath, headless: !headed, args: launchArguments() });
  } catch (error) {
    throw new Failure(`${executablePath} cannot be started: ${/** @type {Error} */ (error).message}`);
  }
}

function launchArguments() {
  return [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ...(root ? ['--no-sandbox'] : []),
  ];
}
