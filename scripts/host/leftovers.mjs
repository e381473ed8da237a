// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What is still to be undone when this process ends before its time, the last first. @type {Set<() => void>} */
const pending = new Set();

process.on('exit', () => {
  for (const undo of [...pending].reverse()) undo();
});

/**
 * Remembers to undo something, at the latest when this process ends.
 * @param {() => void} undo does its work at once
 * @returns {() => void} does it now
 */
export function undoLater(undo) {
  const once = () => {
    if (pending.delete(once)) undo();
  };
  pending.add(once);
  return once;
}

/**
 * A new folder in the system's temporary one.
 * @param {string} name what its name begins with
 * @returns {{ dir: string, remove: () => void }}
 */
export function temporaryFolder(name) {
  const dir = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  return {
    dir,
    remove: undoLater(() => rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })),
  };
}

/**
 * Lets Ctrl+C and its like end this process in the way that also undoes what is pending.
 * @param {number} code what it ends with
 */
export function endOnSignals(code) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(code));
}
