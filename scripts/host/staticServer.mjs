// @ts-check
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { Failure } from './failure.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/**
 * Answers what lies under its prefix; `rest` is the decoded path below it, without a slash in front.
 * @typedef {(request: Request, response: Response, rest: string) => Promise<void> | void} Route
 */

const types = new Map(
  Object.entries({
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.cjs': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.ico': 'image/x-icon',
    '.ttf': 'font/ttf',
    '.woff': 'font/woff',
    '.woff2': 'font/woff2',
    '.wasm': 'application/wasm',
    '.md': 'text/markdown',
  }),
);

/**
 * A server on 127.0.0.1 alone.
 * @param {Record<string, Route>} routes by prefix, the longest first
 * @param {number} port 0 takes any free one
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function listen(routes, port) {
  const server = createServer((request, response) => {
    void answer(routes, request, response).catch(() => fail(response, 500));
  });
  await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(error, port)));
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {NodeJS.ErrnoException} error @param {number} port */
export function portFailure(error, port) {
  if (error.code === 'EADDRINUSE') return new Failure(`Port ${port} is already in use: choose another with --port.`);
  return new Failure(`Port ${port} cannot be used: ${error.message}`);
}

/** @param {Record<string, Route>} routes @param {Request} request @param {Response} response */
async function answer(routes, request, response) {
  // Another host name means a page elsewhere made its own name point here (DNS rebinding); another origin, that it asks from there.
  const host = `127.0.0.1:${request.socket.localPort}`;
  const { origin } = request.headers;
  if (request.headers.host !== host || (origin && origin !== `http://${host}`)) return fail(response, 403);
  const pathname = decoded(new URL(request.url ?? '/', `http://${host}`).pathname);
  const prefix = Object.keys(routes).find((candidate) => pathname?.startsWith(candidate));
  if (pathname === undefined || prefix === undefined) return fail(response, 404);
  await routes[prefix]?.(request, response, pathname.slice(prefix.length));
}

/** @param {string} pathname */
function decoded(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/**
 * Serves a folder's files.
 * @param {string} root
 * @param {Map<string, Buffer | string>} [replaced] contents by path below the folder, in place of the files'
 * @returns {Route}
 */
export function folder(root, replaced = new Map()) {
  return async (request, response, rest) => {
    const content = replaced.get(rest);
    response.setHeader('content-type', types.get(path.extname(rest)) ?? 'application/octet-stream');
    response.setHeader('cache-control', 'no-cache');
    if (content !== undefined) return void response.end(content);
    const file = inside(root, rest);
    const found = await stat(file ?? '').catch(() => undefined);
    if (!file || !found?.isFile()) return fail(response, 404);
    response.setHeader('content-length', found.size);
    const stream = createReadStream(file);
    stream.on('error', () => response.destroy());
    stream.pipe(response);
  };
}

/**
 * The absolute path of `rest` below `root`; nothing when it would leave it.
 * @param {string} root
 * @param {string} rest
 */
export function inside(root, rest) {
  if (rest.includes('\0')) return undefined;
  const file = path.resolve(root, rest);
  return file === root || file.startsWith(root + path.sep) ? file : undefined;
}

/** @param {Response} response @param {number} status @param {string} [text] */
export function fail(response, status, text = '') {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}
