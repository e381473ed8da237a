// @ts-check
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fail, inside } from './staticServer.mjs';

/**
 * Reads and writes one folder for the file system provider of `fs-extension/`. The path begins with the
 * folder's name. The request's method says what to do: GET a file, PUT one, MKCOL a folder, DELETE, MOVE or
 * COPY (to the path in the `destination` header), PROPFIND for what stands there.
 * @param {string} folder absolute path
 * @returns {import('./staticServer.mjs').Route}
 */
export function workspaceRoute(folder) {
  return async (request, response, rest) => {
    const operation = operations[request.method ?? ''];
    const target = request.headers['destination'];
    const file = below(folder, rest);
    const destination = target === undefined ? folder : below(folder, decodeURIComponent(String(target)));
    if (!operation) return fail(response, 400);
    if (!file || !destination) return fail(response, 404);
    try {
      const answer = await operation(file, request, destination);
      response.setHeader('cache-control', 'no-store');
      response.end(Buffer.isBuffer(answer) || answer === undefined ? answer : JSON.stringify(answer));
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      fail(response, code === 'ENOENT' ? 404 : 409, code);
    }
  };
}

/**
 * @param {string} folder
 * @param {string} named a path that begins with the folder's name
 */
function below(folder, named) {
  const [name, ...rest] = named.split('/');
  return name === path.basename(folder) ? inside(folder, rest.join('/')) : undefined;
}

/**
 * @typedef {(file: string, request: import('node:http').IncomingMessage, destination: string) => Promise<unknown>} Operation
 * @type {Record<string, Operation>}
 */
const operations = {
  GET: (file) => readFile(file),
  PUT: async (file, request) => writeFile(file, await buffer(request)),
  MKCOL: (file) => mkdir(file),
  DELETE: (file) => rm(file, { recursive: true }),
  MOVE: (file, _request, destination) => rename(file, destination),
  COPY: (file, _request, destination) => cp(file, destination, { recursive: true }),
  PROPFIND: properties,
};

/**
 * Times in milliseconds since 1970, the size in bytes; of a folder also what it holds.
 * @param {string} file
 */
async function properties(file) {
  const found = await stat(file);
  const { size, mtimeMs, ctimeMs } = found;
  const folder = found.isDirectory();
  const children = folder
    ? (await readdir(file, { withFileTypes: true })).map((entry) => [entry.name, entry.isDirectory()])
    : undefined;
  return { size, mtime: Math.round(mtimeMs), ctime: Math.round(ctimeMs), folder, children };
}
