// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/**
 * Starts a server, hovers, and reads its memory at the end.
 * @param {string[]} command arguments for node
 * @param {{ folder: string, document: import('./documents.mjs').BenchDocument, positions: any[], rounds: number }} work
 */
export async function measureServer(command, { folder, document, positions, rounds }) {
  const uri = pathToFileURL(`${folder}/${document.name}`).toString();
  const started = performance.now();
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'ignore'], cwd: folder });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  const folders = [{ uri: pathToFileURL(folder).toString(), name: 'bench' }];
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folders[0].uri,
    workspaceFolders: folders,
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: document.languageId, version: 1, text: document.text },
  });
  const hover = (/** @type {any} */ position) =>
    connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  let first;
  let answered = 0;
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const position of positions) {
      const asked = performance.now();
      const answer = await hover(position);
      const now = performance.now();
      if (answer) answered++;
      // until a server says something, it has not started
      if (first === undefined && answer) first = now - started;
      else if (round > 0) times.push(now - asked);
    }
  }
  const memory = residentMemory(child.pid);
  await connection.sendRequest('shutdown').catch(() => undefined);
  await connection.sendNotification('exit').catch(() => undefined);
  setTimeout(() => child.kill('SIGKILL'), 3000).unref();
  await exited;
  connection.dispose();
  times.sort((a, b) => a - b);
  return {
    first: first ?? Number.NaN,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    memory,
    answered: answered / (positions.length * rounds),
  };
}

/** @param {number[]} sorted @param {number} share */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Resident memory of a process in MiB; NaN where the system does not tell. @param {number | undefined} pid */
function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
