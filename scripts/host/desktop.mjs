// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { temporaryFolder, undoLater } from './leftovers.mjs';

const windows = process.platform === 'win32';

/** Whether windows can be opened at all. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * The command line of a desktop VS Code that can open a window here.
 * VS Code refuses to run as root; inside a remote window `code` cannot open an extension under development.
 * @returns {string | undefined}
 */
export function findDesktopCode() {
  if (!hasDisplay() || process.getuid?.() === 0 || process.env['VSCODE_IPC_HOOK_CLI']) return undefined;
  const names = windows ? ['code.cmd'] : ['code'];
  const dirs = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return dirs.flatMap((dir) => names.map((name) => path.join(dir, name))).find((file) => existsSync(file));
}

/**
 * Opens a window of its own, apart from those already open, so that it can be ended with all that is in it.
 * @param {string} code
 * @param {{ extensionDir: string, workspace: string }} options
 * @returns {Promise<void>} when the window is closed
 */
export function openDesktop(code, { extensionDir, workspace }) {
  const userData = temporaryFolder('vscode');
  const args = [
    '--wait',
    '--new-window',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-workspace-trust',
    `--user-data-dir=${userData.dir}`,
    `--extensionDevelopmentPath=${extensionDir}`,
    workspace,
  ];
  const child = windows
    ? spawn(
        `"${code}"`,
        args.map((arg) => `"${arg}"`),
        { shell: true, stdio: 'ignore' },
      )
    : spawn(code, args, { stdio: 'ignore' });
  const end = undoLater(() => {
    endWindow(userData.dir);
    child.kill();
    userData.remove();
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Failure(`${code} cannot be run: ${error.message}`)));
    child.once('close', () => resolve(end()));
  });
}

/** The command line leaves the window to itself; VS Code writes the window's process id into its user data. @param {string} userData */
function endWindow(userData) {
  try {
    process.kill(Number(readFileSync(path.join(userData, 'code.lock'), 'utf8')));
  } catch {
    // It is closed already.
  }
}

/**
 * Opens an address in the system's browser.
 * @param {string} url
 * @returns {Promise<boolean>} whether there was one
 */
export function openInBrowser(url) {
  if (!hasDisplay()) return Promise.resolve(false);
  const [command, ...args] = opener(url);
  return new Promise((resolve) => {
    const child = spawn(/** @type {string} */ (command), args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false)).once('close', (code) => resolve(code === 0));
    child.unref();
  });
}

/** @param {string} url */
function opener(url) {
  if (process.platform === 'darwin') return ['open', url];
  if (windows) return ['cmd', '/c', 'start', '', url.replaceAll('&', '^&')];
  return ['xdg-open', url];
}
