// @ts-check
// A session with pyright's language server, over stdio.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {{ line: number, character: number }} Position
 * @typedef {{ file: string, line: number, character: number }} Place
 */

/** @param {string[]} command @param {string} root a folder with a pyrightconfig.json */
export async function openPyright([script, ...options], root) {
  const server = spawn(process.execPath, ['--max-old-space-size=4096', script ?? '', ...options], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  let next = 1;
  let rest = Buffer.alloc(0);

  const send = (/** @type {object} */ message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  /** @param {string} method @param {object} params @returns {Promise<any>} */
  const request = (method, params) =>
    new Promise((resolve) => {
      const id = next++;
      waiting.set(id, resolve);
      send({ id, method, params });
    });
  const analysis = { diagnosticMode: 'openFilesOnly' };
  const configurations = (/** @type {any} */ { items }) =>
    items.map((/** @type {any} */ { section }) =>
      section === 'python.analysis' ? analysis : section === 'python' ? { analysis } : {},
    );
  const receive = (/** @type {any} */ message) => {
    if (message.method && message.id !== undefined) {
      const result = message.method === 'workspace/configuration' ? configurations(message.params) : null;
      send({ id: message.id, result });
    } else if (message.id !== undefined) {
      waiting.get(message.id)?.(message.result);
      waiting.delete(message.id);
    }
  };
  server.stdout.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, head))?.[1]);
      if (rest.length < head + 4 + length) return;
      const body = rest.toString('utf8', head + 4, head + 4 + length);
      rest = rest.subarray(head + 4 + length);
      receive(JSON.parse(body));
    }
  });
  server.on('exit', () => {
    for (const resolve of waiting.values()) resolve(null);
  });

  const uri = (/** @type {string} */ file) => pathToFileURL(file).href;
  await request('initialize', {
    processId: process.pid,
    rootUri: uri(root),
    workspaceFolders: [{ uri: uri(root), name: path.basename(root) }],
    capabilities: { workspace: { configuration: true }, textDocument: { definition: { linkSupport: false } } },
  });
  send({ method: 'initialized', params: {} });
  return {
    /** @param {string} file @param {string} text */
    open: (file, text) =>
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: uri(file), languageId: 'python', version: 1, text } },
      }),
    /** @param {string} file @param {Position} position @returns {Promise<Place[]>} */
    async definitions(file, position) {
      const result = await request('textDocument/definition', { textDocument: { uri: uri(file) }, position });
      return (Array.isArray(result) ? result : result ? [result] : []).map((one) => ({
        file: fileURLToPath(one.uri ?? one.targetUri),
        ...(one.range ?? one.targetSelectionRange).start,
      }));
    },
    kill: () => server.kill(),
    stop: () => request('shutdown', {}).then(() => send({ method: 'exit' })),
  };
}
