// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { undoLater } from './leftovers.mjs';

const windows = process.platform === 'win32';

/**
 * Runs a command to its end and gives back what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<string>} its standard output
 * @throws {Failure} when it cannot be started or ends with another code than 0
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', (error) => reject(new Failure(`${command} cannot be run: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Failure(`${shown(command, args)} failed: ${lastWords(stderr || stdout) || `code ${code}`}`));
    });
  });
}

/**
 * npm of the running Node.
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  const options = { cwd, env: environmentForNpm() };
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  return run(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
}

/** `npm run` tells its children where the project is; an npm that works in another folder must not hear it. */
function environmentForNpm() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle|config_local_prefix)|INIT_CWD)/.test(name),
  );
  return Object.fromEntries(kept);
}

/**
 * Starts a process that starts others; `stop` ends them together, at the latest when this process ends.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv }} options
 * @returns {{ child: import('node:child_process').ChildProcess, stop: () => Promise<void> }}
 */
export function start(command, args, { env }) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: !windows });
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  const ask = undoLater(() => signal(child, 'SIGTERM'));
  return {
    child,
    stop: async () => {
      ask();
      const patience = setTimeout(() => signal(child, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(patience);
      // What it started may be a moment behind, and write where its files are being removed.
      signal(child, 'SIGKILL');
    },
  };
}

/**
 * Reaches the whole group of processes, where the system has such groups; elsewhere the others follow by themselves.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signal(child, signal) {
  try {
    if (child.pid) process.kill(windows ? child.pid : -child.pid, signal);
  } catch {
    // Nobody is there any more.
  }
}

/** @param {string} command @param {string[]} args */
function shown(command, args) {
  const name = command === process.execPath ? 'node' : path.basename(command);
  return [name, ...args.map((arg) => (path.isAbsolute(arg) ? path.basename(arg) : arg))].slice(0, 4).join(' ');
}

/** The line that says why: npm's first error line, else the last line. @param {string} output */
function lastWords(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const error = lines.find((line) => /^npm (error|ERR!) (?!code|errno|syscall|A complete log)/.test(line));
  return (error?.replace(/^npm (error|ERR!) /, '') ?? lines.at(-1) ?? '').slice(0, 300);
}
