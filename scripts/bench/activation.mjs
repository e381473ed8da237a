// @ts-check
import path from 'node:path';
import { build } from 'esbuild';
import { projectDir } from '../host/cache.mjs';
import { runInHost } from '../host/runInHost.mjs';
import { sampleDir, temporaryCopy } from '../host/sample.mjs';

/** Runs in the extension host: loads the extension's code and calls its `activate`, in a window that has not done so yet. */
const probe = `
import * as vscode from 'vscode';
import { createRequire } from 'node:module';
import { askOutside } from ${JSON.stringify(path.join(projectDir, 'test/extension/run/outside.ts'))};
export async function run() {
  const extension = vscode.extensions.getExtension('data-engineering-reference.data-engineering-reference');
  if (extension.isActive) throw new Error('the extension is active already');
  const file = extension.extensionPath + '/dist/client/node.cjs';
  const started = performance.now();
  const code = createRequire(file)(file);
  const loaded = performance.now();
  code.activate({ extensionUri: extension.extensionUri, subscriptions: [] });
  const times = { load: loaded - started, activate: performance.now() - loaded };
  await askOutside('report', { type: 'passed', title: JSON.stringify(times), depth: 0 });
  await askOutside('report', { type: 'ended' });
}`;

/**
 * Milliseconds that loading the code and `activate()` took, in fresh windows of the Node extension host.
 * @param {number} runs
 * @returns {Promise<{ load: number[], activate: number[] }>} each sorted
 */
export async function measureActivation(runs) {
  const testsPath = path.join(projectDir, 'out/activation-probe.cjs');
  await build({
    stdin: { contents: probe, resolveDir: projectDir, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outfile: testsPath,
    logLevel: 'warning',
  });
  /** @type {{ load: number[], activate: number[] }} */
  const times = { load: [], activate: [] };
  const workspace = temporaryCopy(sampleDir);
  try {
    for (let run = 0; run < runs; run++) {
      /** @type {string[]} */
      const lines = [];
      await runInHost({
        host: 'server',
        extensionDir: projectDir,
        workspace: workspace.copy,
        testsPath,
        log: (line) => lines.push(line),
      });
      const report = /\{"load":.*\}/.exec(lines.join('\n'))?.[0];
      if (!report) throw new Error(`no measurement came out:\n${lines.join('\n')}`);
      const { load, activate } = JSON.parse(report);
      times.load.push(load);
      times.activate.push(activate);
    }
  } finally {
    workspace.remove();
  }
  times.load.sort((a, b) => a - b);
  times.activate.sort((a, b) => a - b);
  return times;
}
