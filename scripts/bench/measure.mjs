// @ts-check
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openSession } from './session.mjs';

/**
 * Starts a server, hovers, and reads its memory at the end.
 * @param {string[]} command arguments for node
 * @param {{ folder: string, document: import('./documents.mjs').BenchDocument, positions: any[], rounds: number }} work
 */
export async function measureServer(command, { folder, document, positions, rounds }) {
  const uri = pathToFileURL(`${folder}/${document.name}`).toString();
  const started = performance.now();
  const session = openSession(command, { cwd: folder });
  const folders = [{ uri: pathToFileURL(folder).toString(), name: 'bench' }];
  await session.request('initialize', {
    processId: process.pid,
    rootUri: folders[0]?.uri,
    workspaceFolders: folders,
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  session.notify('initialized', {});
  session.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: document.languageId, version: 1, text: document.text },
  });
  let first;
  let answered = 0;
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const position of positions) {
      const { milliseconds, body } = await session.time('textDocument/hover', { textDocument: { uri }, position });
      const isAnswer = !body.includes('"result":null');
      if (isAnswer) answered++;
      // until a server says something, it has not started
      if (first === undefined && isAnswer) first = performance.now() - started;
      else if (round > 0) times.push(milliseconds);
    }
  }
  const memory = residentMemory(session.pid);
  await session.stop();
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
export function residentMemory(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
