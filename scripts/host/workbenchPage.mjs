// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/**
 * The spots of the workbench's build that take for granted a server behind the page, and the list of
 * built-in extensions that is baked in, some of which this build does not carry for a browser.
 * @type {{ what: string, from: string, to: string }[]}
 */
const patches = [
  {
    what: 'the remote authority',
    from: '{...JSON.parse(o),remoteAuthority:location.host}',
    to: '{...JSON.parse(o)}',
  },
  {
    what: 'where user data is kept',
    from: 'ze(P.file(this.userDataPath).with({scheme:J.vscodeRemote}),"User")',
    to: 'P.file("/User").with({scheme:J.vscodeUserData})',
  },
  {
    what: 'the list of built-in extensions',
    from: 'if(o.isBuilt)c=[{extensionPath:"bat"',
    to: 'if(!1)c=[{extensionPath:"bat"',
  },
];

/**
 * The workbench's script, changed to run without a server behind it.
 * @param {string} vscode
 * @throws {Failure} when VS Code's build no longer holds the text that is to be changed
 */
export function patchedWorkbench(vscode) {
  return patches.reduce(
    applyPatch,
    readFileSync(path.join(vscode, 'out/vs/code/browser/workbench/workbench.js'), 'utf8'),
  );
}

/** @param {string} script @param {{ what: string, from: string, to: string }} patch */
export function applyPatch(script, { what, from, to }) {
  const parts = script.split(from);
  if (parts.length !== 2) {
    throw new Failure(
      `This build of VS Code differs: ${what} was found ${parts.length - 1} times in workbench.js, not once.`,
    );
  }
  return parts.join(to);
}

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} origin of the static server
 * @property {string[]} extensions paths on the server, such as `/extension`
 * @property {string} [folderUri] the workspace
 * @property {string} [testsPath] path on the server of the module whose `run()` is called, without `.js`
 * @property {Record<string, unknown>} settings
 * @property {boolean} automated driven by a script: no notification, no welcome
 */

/**
 * The page that is VS Code.
 * @param {string} vscode
 * @param {WorkbenchOptions} options
 */
export function workbenchPage(vscode, options) {
  const root = `${options.origin}/static/out/`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Visual Studio Code</title>
    <meta name="viewport" content="width=device-width, initial-scale=1.0, maximum-scale=1.0, minimum-scale=1.0, user-scalable=no" />
    ${meta('vscode-workbench-web-base-url', `${options.origin}/static`)}
    ${meta('vscode-workbench-web-configuration', JSON.stringify(configuration(options)))}
    ${meta('vscode-workbench-builtin-extensions', JSON.stringify(builtinExtensions(vscode)))}
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${root}vs/code/browser/workbench/workbench.css" />
  </head>
  <body aria-label="">
    <script>globalThis._VSCODE_FILE_ROOT = ${JSON.stringify(root)};</script>
    <script type="module" src="${root}nls.messages.js"></script>
    <script type="module" src="${root}vs/code/browser/workbench/workbench.js"></script>
  </body>
</html>
`;
}

/** @param {string} id @param {string} value */
function meta(id, value) {
  return `<meta id="${id}" data-settings="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" />`;
}

/** @param {WorkbenchOptions} options */
function configuration({ origin, extensions, folderUri, testsPath, settings, automated }) {
  /** @param {string} path */
  const uri = (path) => ({ scheme: 'http', authority: new URL(origin).host, path });
  return {
    developmentOptions: {
      extensions: extensions.map(uri),
      ...(testsPath && { extensionTestsPath: uri(testsPath) }),
      enableSmokeTestDriver: automated,
    },
    ...(folderUri && { folderUri: uriComponents(folderUri) }),
    webviewEndpoint: `${origin}/static/out/vs/workbench/contrib/webview/browser/pre`,
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: false,
    configurationDefaults: settings,
    productConfiguration: {
      nameShort: 'Code',
      nameLong: 'Visual Studio Code',
      applicationName: 'code-web',
      enableTelemetry: false,
      extensionsGallery: null,
    },
  };
}

/** @param {string} uri */
function uriComponents(uri) {
  const { protocol, pathname } = new URL(uri);
  return { scheme: protocol.slice(0, -1), path: decodeURIComponent(pathname) };
}

/**
 * Grammars, themes, language configurations and what else of VS Code's own runs in a browser.
 * @param {string} vscode
 */
function builtinExtensions(vscode) {
  const dir = path.join(vscode, 'extensions');
  return readdirSync(dir)
    .filter((name) => existsSync(path.join(dir, name, 'package.json')))
    .map((name) => ({
      extensionPath: name,
      packageJSON: readJson(path.join(dir, name, 'package.json')),
      packageNLS: readJson(path.join(dir, name, 'package.nls.json')),
    }))
    .filter(
      ({ extensionPath, packageJSON }) =>
        packageJSON.publisher && runsInBrowser(path.join(dir, extensionPath), packageJSON),
    );
}

/** @param {string} dir @param {{ main?: string, browser?: string }} manifest */
function runsInBrowser(dir, { main, browser }) {
  if (!browser) return !main;
  return existsSync(path.join(dir, browser)) || existsSync(path.join(dir, `${browser}.js`));
}

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
