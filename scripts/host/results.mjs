// @ts-check

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { ended: boolean }} Results
 */

/**
 * Counts what the tests report (see `test/extension/run/report.ts`) and prints it as it comes.
 * @param {import('./vscode.mjs').Log} log
 */
export function collectResults(log) {
  /** @type {Results} */
  const results = { passed: 0, failed: 0, skipped: 0, ended: false };
  const indent = (/** @type {number} */ depth) => '  '.repeat(depth);
  /** @type {Record<string, (event: any) => void>} */
  const onEvent = {
    suite: ({ title, depth }) => log(`${indent(depth)}${title}`),
    passed: ({ title, depth, milliseconds }) => {
      results.passed++;
      log(`${indent(depth)}✓ ${title}${milliseconds > 75 ? ` (${milliseconds} ms)` : ''}`);
    },
    skipped: ({ title, depth }) => {
      results.skipped++;
      log(`${indent(depth)}- skipped: ${title}`);
    },
    failed: ({ title, depth, message }) => {
      results.failed++;
      log(`${indent(depth)}✗ ${title}\n${message.replace(/^/gm, indent(depth + 1))}`);
    },
    ended: () => void (results.ended = true),
  };
  return { results, report: (/** @type {{ type: string }} */ event) => onEvent[event.type]?.(event) };
}

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
