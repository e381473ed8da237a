// @ts-check
import path from 'node:path';
import { settingsFor } from './settings.mjs';
import { folder, listen } from './staticServer.mjs';
import { getBrowserModules, getVSCode } from './vscode.mjs';
import { patchedWorkbench, workbenchPage } from './workbenchPage.mjs';
import { workspaceRoute } from './workspaceRoute.mjs';

/**
 * VS Code in a browser, its extension host in a web worker, served as static files.
 * @typedef {object} WebHostOptions
 * @property {string} extensionDir the extension under development
 * @property {string} [workspace] folder to open; read and written
 * @property {string} [testsPath] a script of the extension whose `run()` is called
 * @property {import('./settings.mjs').Theme} [theme]
 * @property {Record<string, unknown>} [settings] over those of `settings.mjs`
 * @property {number} [port]
 * @property {boolean} [automated] for a window that a script drives
 * @property {import('./vscode.mjs').Log} [log]
 */

/**
 * @param {WebHostOptions} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startWebHost(options) {
  const {
    extensionDir,
    workspace,
    testsPath,
    theme = 'dark',
    port = 0,
    automated = false,
    log = console.log,
  } = options;
  const vscode = await getVSCode(log);
  const modules = await getBrowserModules(vscode, log);
  const workbench = new Map([['vs/code/browser/workbench/workbench.js', patchedWorkbench(vscode)]]);
  /** @type {string | undefined} */
  let page;
  const server = await listen(
    {
      '/static/out/': folder(path.join(vscode, 'out'), workbench),
      '/static/node_modules/': folder(modules),
      '/static/': folder(vscode),
      // VS Code takes tests only from below an extension under development.
      ...(testsPath && { '/extension/tests-of-this-run/': folder(path.dirname(testsPath)) }),
      '/extension/': folder(extensionDir),
      '/workspace-files/': folder(path.join(import.meta.dirname, 'fs-extension')),
      ...(workspace && { '/files/': workspaceRoute(path.resolve(workspace)) }),
      '/': (_request, response, rest) =>
        void response.writeHead(rest ? 404 : 200, { 'content-type': 'text/html' }).end(rest ? '' : page),
    },
    port,
  );
  page = workbenchPage(vscode, {
    origin: server.origin,
    extensions: ['/extension', '/workspace-files'],
    ...(workspace && { folderUri: `workspace-files:///${encodeURIComponent(path.basename(path.resolve(workspace)))}` }),
    ...(testsPath && { testsPath: `/extension/tests-of-this-run/${path.basename(testsPath)}` }),
    settings: { ...settingsFor(theme), ...options.settings },
    automated,
  });
  return { url: `${server.origin}/`, stop: server.close };
}
