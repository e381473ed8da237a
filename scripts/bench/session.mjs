// @ts-check
// A language client that does next to nothing, so that what is measured is the server.
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Session
 * @property {number | undefined} pid
 * @property {(method: string, params: object) => Promise<any>} request
 * @property {(method: string, params: object) => Promise<{ milliseconds: number, body: Buffer }>} time until the last byte of the answer is there, before anything reads it
 * @property {(method: string, params: object) => void} notify
 * @property {() => Promise<void>} stop
 */

/** @type {Record<string, (params: any) => unknown>} */
const answers = {
  'workspace/configuration': ({ items }) => items.map(() => ({})),
};

/**
 * A server over stdio, which asks for settings and gets none.
 * @param {string[]} command arguments for node
 * @param {{ cwd: string }} options
 * @returns {Session}
 */
export function openSession(command, { cwd }) {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'ignore'], cwd });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  /** @type {Map<number, (body: Buffer) => void>} */
  const waiting = new Map();
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  let next = 1;

  const send = (/** @type {object} */ message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (/** @type {Buffer} */ body) => {
    const [, id] = /^\{"jsonrpc":"2.0","id":(\d+),"(?:result|error)"/.exec(body.toString('latin1', 0, 60)) ?? [];
    if (id !== undefined) return settle(Number(id), body);
    const message = JSON.parse(body.toString());
    if (message.method === undefined) return settle(message.id, body);
    if (message.id !== undefined) send({ id: message.id, result: answers[message.method]?.(message.params) ?? null });
  };
  const settle = (/** @type {number} */ id, /** @type {Buffer} */ body) => {
    waiting.get(id)?.(body);
    waiting.delete(id);
  };
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, head))?.[1]);
      if (rest.length < head + 4 + length) return;
      const body = rest.subarray(head + 4, head + 4 + length);
      rest = rest.subarray(head + 4 + length);
      receive(body);
    }
  });

  /** @returns {Promise<{ milliseconds: number, body: Buffer }>} */
  const time = (/** @type {string} */ method, /** @type {object} */ params) =>
    new Promise((resolve) => {
      const id = next++;
      const asked = performance.now();
      waiting.set(id, (body) => resolve({ milliseconds: performance.now() - asked, body }));
      send({ id, method, params });
    });
  const request = async (/** @type {string} */ method, /** @type {object} */ params) =>
    JSON.parse((await time(method, params)).body.toString()).result;
  return {
    pid: child.pid,
    time,
    request,
    notify: (method, params) => send({ method, params }),
    stop: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      child.once('exit', () => clearTimeout(timer));
      await Promise.race([request('shutdown', {}), exited]);
      send({ method: 'exit' });
      await exited;
    },
  };
}
