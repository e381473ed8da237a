// @ts-check
// `npm test`: every check on a fresh checkout, one after the other, with a closing line that counts them all.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findBrowser } from './host/browser.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

/**
 * A step counts as one check by its exit code, or as many as its runner says in its closing lines.
 * @type {{ name: string, command: string[], counts?: boolean }[]}
 */
const steps = [
  { name: 'content', command: ['npm', 'run', '-s', 'content'] },
  { name: 'bundles', command: ['node', 'esbuild.mjs', '--tests'] },
  { name: 'types', command: ['npm', 'run', '-s', 'types'] },
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'] },
  { name: 'format', command: ['npm', 'run', '-s', 'format:check'] },
  { name: 'unit', command: ['npx', 'mocha', '--forbid-only', 'test/**/*.test.ts'], counts: true },
  { name: 'hosts', command: ['node', 'scripts/test-hosts.mjs'], counts: true },
];

// found, or fetched, before the first test needs it: a download must not look like a slow test
if (!values.only || /unit|hosts/.test(values.only)) console.log(`Browser: ${await findBrowser()}`);

const total = { passed: 0, failed: 0, skipped: 0 };
const red = [];
for (const step of steps.filter(({ name }) => !values.only || values.only.split(',').includes(name))) {
  const started = Date.now();
  console.log(`\n== ${step.name}: ${step.command.join(' ')}`);
  const { code, output } = await run(step.command);
  const counts = step.counts
    ? countsIn(output)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  // a runner that died before its first test must not look green
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (step.counts && counts.passed === 0) counts.failed ||= 1;
  if (counts.failed > 0) red.push(step.name);
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  console.log(
    `== ${step.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}
if (red.length > 0) console.log(`\nfailed: ${red.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string[]} command */
async function run([program = '', ...args]) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  const code = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(1)));
  return { code, output };
}

/**
 * Mocha's closing lines, or the plain one of our own runners.
 * @param {string} output
 */
function countsIn(output) {
  const plain = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/.exec(output.slice(-2000));
  if (plain) return { passed: Number(plain[1]), failed: Number(plain[2]), skipped: Number(plain[3] ?? 0) };
  const count = (/** @type {string} */ word) =>
    Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0);
  return { passed: count('passing'), failed: count('failing'), skipped: count('pending') };
}
