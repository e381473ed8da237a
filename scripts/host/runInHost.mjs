// @ts-check
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { startControl } from './control.mjs';
import * as drive from './drive.mjs';
import { Failure } from './failure.mjs';
import { watchNetwork } from './network.mjs';
import { collectResults } from './results.mjs';
import { startServerHost } from './server.mjs';
import { startWebHost } from './web.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} RunOptions
 * @property {'web' | 'server'} host where extensions run: a web worker, or Node
 * @property {string} [extensionDir] the extension under development
 * @property {string} [vsix] an extension to install instead; on the server host
 * @property {string} [workspace] folder to open
 * @property {string} [testsPath] absolute path of the bundled tests for this host
 * @property {string} [grep] only tests whose full title holds this
 * @property {import('./settings.mjs').Theme} [theme]
 * @property {Record<string, unknown>} [settings]
 * @property {{ width: number, height: number }} [size] in CSS pixels
 * @property {number} [scale] device pixels to a CSS pixel
 * @property {(page: Page) => Promise<void>} [onPage] drives the window once it is ready
 * @property {string} [shotDir] where screenshots go
 * @property {boolean} [headed]
 * @property {number} [timeout] milliseconds for the tests
 * @property {import('./vscode.mjs').Log} [log]
 */

/**
 * Opens VS Code in a browser, with an extension; runs its tests, or has it driven, or both; ends all it started.
 * @param {RunOptions} options
 * @returns {Promise<{ results: import('./results.mjs').Results, foreign: string[], exitCode: number | undefined }>}
 *   `foreign`: requests away from this machine; `exitCode`: the tests', 0 or 1
 */
export async function runInHost(options) {
  const { host, log = console.log } = options;
  const collector = collectResults(log);
  /** @type {(() => Promise<unknown>)[]} in the order in which to end them */
  const endings = [];
  /** @type {Page | undefined} */
  let page;
  try {
    const control = await startControl((message) => answer(message, options, collector.report, page));
    endings.unshift(control.close);
    const settings = { ...options.settings, 'extensionTests.control': control.url };
    const window = await startHost({ ...options, settings, log });
    endings.unshift(window.stop);
    const browser = await launchBrowser({ headed: options.headed, log });
    endings.unshift(() => browser.close());
    const context = await browser.newContext({
      viewport: options.size ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.scale ?? 1,
    });
    const network = watchNetwork(context);
    // Shorter than a test's, so that what is missing is named.
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    const exit = await open(page, window.url, log);
    await drive.whenReady(page);
    await options.onPage?.(page);
    const exitCode = options.testsPath ? await within(options.timeout ?? 240_000, exit, host) : undefined;
    return { results: collector.results, foreign: await network.foreign(), exitCode };
  } finally {
    for (const end of endings) await end().catch((error) => log(`Could not be ended: ${error.message}`));
  }
}

/** @param {RunOptions} options */
function startHost(options) {
  if (options.host === 'server') return startServerHost(options);
  if (options.vsix || !options.extensionDir)
    throw new Failure('The web host runs an unpacked extension: give it a folder.');
  return startWebHost({ ...options, extensionDir: options.extensionDir, automated: true });
}

/**
 * Loads the window. VS Code calls two functions, if the page has them, with what tests print and how they end.
 * @param {Page} page
 * @param {string} url
 * @param {import('./vscode.mjs').Log} log
 * @returns {Promise<{ code: Promise<number> }>}
 */
async function open(page, url, log) {
  const exit = withResolvers();
  exit.promise.catch(() => undefined); // where no tests run, nobody waits for their end
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exit.resolve(code));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    if (process.env.DEBUG) log(`  [${type}] ${args.join(' ')}`);
  });
  if (process.env.DEBUG) page.on('console', (message) => log(`  [console] ${message.text()}`));
  page.on('crash', () => exit.reject(new Failure('The browser’s page crashed.')));
  await page.goto(url, { timeout: 60_000 });
  return { code: exit.promise };
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers() {
  /** @type {(code: number) => void} */
  let resolve = () => undefined;
  /** @type {(error: Error) => void} */
  let reject = () => undefined;
  /** @type {Promise<number>} */
  const promise = new Promise((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

/** @param {number} milliseconds @param {{ code: Promise<number> }} exit @param {string} host */
async function within(milliseconds, exit, host) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Failure(`The tests on the ${host} host did not end within ${milliseconds / 1000} s.`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([exit.code, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What tests inside VS Code may ask for; `test/extension/run/window.ts` is the other end.
 * @param {import('./control.mjs').Message} message
 * @param {RunOptions} options
 * @param {(event: any) => void} report
 * @param {Page | undefined} page
 */
async function answer({ type, args }, options, report, page) {
  if (type === 'options') return { grep: options.grep ?? null, driven: true };
  if (type === 'report') return report(args[0]);
  if (!page) throw new Error('the window is not there yet');
  switch (type) {
    case 'screenshot':
      if (options.shotDir) await drive.screenshot(page, path.join(options.shotDir, `${args[0]}-${options.host}.png`));
      return Boolean(options.shotDir);
    case 'webviewText':
      return textsInWebview(page, args[0]);
    case 'webviewClick':
      return drive.webview(page).locator(args[0]).filter({ visible: true }).first().click();
    case 'press':
      return page.keyboard.press(args[0]);
    case 'type':
      return page.keyboard.type(args[0]);
    case 'hover':
      return drive.hover(page, args[0], args[1]);
    case 'openViewContainer':
      return drive.openViewContainer(page, args[0]);
    case 'treeRows':
      return drive.treeRows(page, args[0]);
    case 'clickTreeRow':
      return drive.clickTreeRow(page, args[0], args[1]);
    case 'choose':
      return drive.choose(page, args[0], args[1]);
    case 'runCommand':
      return drive.runCommand(page, args[0]);
    default:
      throw new Error(`nobody answers "${type}"`);
  }
}

/** @param {Page} page @param {string} selector */
async function textsInWebview(page, selector) {
  const elements = drive.webview(page).locator(selector);
  await elements.first().waitFor();
  return elements.allInnerTexts();
}
