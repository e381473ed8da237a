// @ts-check
// `npm run bench`: measures; it judges nothing. Peers are measured in the same run, since absolute figures move with the machine.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
  existsSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { cssDocument, positionsIn, pythonDocument, yamlDocument, yamlSchema } from './bench/documents.mjs';
import { measureEdits } from './bench/edits.mjs';
import { enlargedServer } from './bench/enlarged.mjs';
import { measureEverything } from './bench/everything.mjs';
import { languageTable, measureLanguages } from './bench/languages.mjs';
import { measureServer, quantile } from './bench/measure.mjs';
import { installPeers } from './bench/peers.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    'no-page': { type: 'boolean' },
    'no-hosts': { type: 'boolean' },
  },
});
const runs = Number(values.runs);
const peers = installPeers();
const servers = {
  'data-engineering-language-server': {
    command: [path.resolve('bin/data-engineering-language-server.cjs'), '--stdio'],
    document: pythonDocument(),
  },
  'vscode-css-language-server': { command: peers['vscode-css-language-server'], document: cssDocument() },
  'yaml-language-server': { command: peers['yaml-language-server'], document: yamlDocument() },
  'pyright-langserver': { command: peers['pyright-langserver'], document: pythonDocument() },
};

const own = servers['data-engineering-language-server'];
const times = 10;
const enlarged = mkdtempSync(path.join(tmpdir(), 'bench-'));
Object.assign(servers, {
  [`the same with a catalogue ${times} times as large`]: {
    ...own,
    command: [enlargedServer(enlarged, times), '--stdio'],
  },
});

const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'bench.schema.json'), yamlSchema);

/** @type {Record<string, Awaited<ReturnType<typeof measureServer>>[]>} */
const results = {};
// interleaved, so that what else the machine does falls on all alike
for (let run = 0; run < runs; run++) {
  for (const [name, { command, document }] of Object.entries(servers)) {
    writeFileSync(path.join(folder, document.name), document.text);
    const work = { folder, document, positions: positionsIn(document, 250), rounds: 4 };
    (results[name] ??= []).push(await measureServer(command, work));
  }
}
const edits = await measureEdits(own.command, folder);
const everything = await measureEverything(own.command, folder);
for (const one of [folder, enlarged]) rmSync(one, { recursive: true, force: true });

console.log(
  `Servers over stdio, 1,000-line files, 250 positions, first round warms, three count; medians of ${runs} runs`,
);
console.log(
  '| server | to the first hover | p50 | p99 | memory (RSS) | answered |\n| --- | --- | --- | --- | --- | --- |',
);
for (const [name, all] of Object.entries(results)) {
  const median = (/** @type {'first' | 'p50' | 'p99' | 'memory' | 'answered'} */ key) =>
    quantile(
      all.map((one) => one[key]).sort((a, b) => a - b),
      0.5,
    );
  console.log(
    `| ${name} | ${median('first').toFixed(0)} ms | ${median('p50').toFixed(2)} ms | ${median('p99').toFixed(2)} ms | ${median('memory').toFixed(0)} MiB | ${(median('answered') * 100).toFixed(0)} % |`,
  );
}

console.log(
  `\nA hover after an edit in a Python file of 50,000 lines, over stdio: p50 ${edits.p50.toFixed(2)} ms, p99 ${edits.p99.toFixed(2)} ms`,
);
console.log(
  '\nA hover after an edit in files of 50,000 lines, in one process: milliseconds at p50 / p99 of 100 edits, and what is kept',
);
console.log(languageTable(await measureLanguages()));
console.log(
  `\nMemory after hovers that use every part of the catalogue: ${everything.memory.toFixed(0)} MiB (${everything.answered} answered)`,
);

console.log('\n| file | size | compressed |\n| --- | --- | --- |');
for (const file of [
  'dist/client/node.cjs',
  'dist/client/languageClientNode.cjs',
  'dist/client/browser.js',
  'dist/server/node.cjs',
  'dist/server/browser.js',
  'dist/webview/page.js',
  'dist/catalogue/index.json',
  'dist/catalogue/recognition.json',
]) {
  console.log(`| ${file} | ${kilobytes(statSync(file).size)} | ${kilobytes(gzipSync(readFileSync(file)).length)} |`);
}
const vsix = existsSync('out') ? readdirSync('out').find((name) => name.endsWith('.vsix')) : undefined;
console.log(
  `| ${vsix ?? 'VSIX: run npm run package first'} | ${vsix ? kilobytes(statSync(`out/${vsix}`).size) : ''} | |`,
);

if (!values['no-page']) {
  console.log('');
  const page = spawnSync(process.execPath, ['--import', 'tsx', 'test/webview/bench.mts'], { stdio: 'inherit' });
  if (page.status !== 0) process.exitCode = 1;
}

if (!values['no-hosts']) {
  const { measureActivation } = await import('./bench/activation.mjs');
  const { load, activate } = await measureActivation(runs);
  console.log(
    `\nNode extension host, medians of ${runs} windows: loading the code ${quantile(load, 0.5).toFixed(1)} ms, activate() ${quantile(activate, 0.5).toFixed(1)} ms (${activate.map((time) => time.toFixed(1)).join(', ')})`,
  );
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
