// @ts-check
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

/**
 * Lets the tests inside VS Code report to the script outside, and ask it for what only it can do.
 * @typedef {{ type: string, args: any[] }} Message
 */

/**
 * @param {(message: Message) => unknown} answer resolves to JSON
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startControl(answer) {
  // Nobody else on this machine shall drive the window: the address is a secret of this run.
  const secret = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', 'content-type');
    if (request.url !== secret) return void response.writeHead(404).end();
    if (request.method !== 'POST') return void response.end();
    json(request)
      .then((message) => answer(/** @type {Message} */ (message)))
      .then((value) => response.end(JSON.stringify({ value: value ?? null })))
      .catch((error) =>
        response.end(JSON.stringify({ error: stripVTControlCharacters(String(error?.message ?? error)) })),
      );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}${secret}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
